"""Wagtail's routes of images, documents and collections, and what they serve to the public."""

TABLE = r"""
#                                 anon  outs  first off   ed    aud   sup
admin/api/main/documents/
    GET                           | in    in    first 200   200   200   200

admin/api/main/documents/<int:pk>/
    GET  pk=document              | in    in    first 200   200   200   200

admin/api/main/documents/find/
    GET                           | in    in    first 404   404   404   404

admin/api/main/images/
    GET                           | in    in    first 200   200   200   200

admin/api/main/images/<int:pk>/
    GET  pk=image                 | in    in    first 200   200   200   200

admin/api/main/images/find/
    GET                           | in    in    first 404   404   404   404

admin/tag-autocomplete/
    GET  ?term=x                  | in    in    first 200   200   200   200

admin/tag-autocomplete/<slug:app_name>/<slug:model_name>/
    # Not a model of tags.
    GET  app_name=wagtailimages model_name=image | in in first 404   404   404   404

admin/collections/
    GET                           | in    in    first away  away  away  200

admin/collections/add/
    GET                           | in    in    first away  away  away  200

admin/collections/<int:pk>/
    GET  pk=collection            | in    in    first away  away  away  200

admin/collections/<int:pk>/delete/
    GET  pk=collection            | in    in    first 404   404   404   200

admin/collections/<int:collection_id>/privacy/
    GET                           | in    in    first away  away  away  200

admin/documents/
    GET                           | in    in    first away  away  away  200

admin/documents/results/
    GET                           | in    in    first away  away  away  200

admin/documents/add/
    GET                           | in    in    first away  away  away  200

admin/documents/edit/<int:document_id>/
    GET                           | in    in    first away  away  away  200

admin/documents/delete/<int:document_id>/
    GET                           | in    in    first away  away  away  200

admin/documents/multiple/add/
    GET                           | in    in    first away  away  away  200

admin/documents/multiple/<int:doc_id>/
    GET                           | in    in    first 405   405   405   405

admin/documents/multiple/create_from_uploaded_document/<int:uploaded_file_id>/
    GET                           | in    in    first 405   405   405   405

admin/documents/multiple/<int:doc_id>/delete/
    GET                           | in    in    first 405   405   405   405

admin/documents/multiple/delete_upload/<int:uploaded_file_id>/
    GET                           | in    in    first 405   405   405   405

admin/documents/usage/<int:document_id>/
    GET                           | in    in    first away  away  away  200

admin/images/
    GET                           | in    in    first 200   200   away  200

admin/images/results/
    GET                           | in    in    first 200   200   away  200

# Who adds a picture keeps it: nobody but the superuser changes another's.
admin/images/<int:image_id>/
    GET                           | in    in    first away  away  away  200
    GET  image_id=image.editor    | in    in    first away  200   away  200

admin/images/<int:image_id>/delete/
    GET                           | in    in    first away  away  away  200
    GET  image_id=image.editor    | in    in    first away  200   away  200

admin/images/<int:image_id>/generate_url/
    GET                           | in    in    first 404   404   away  404

admin/images/<int:image_id>/generate_url/output/
    GET                           | in    in    first 404   404   away  404

admin/images/<int:image_id>/preview/<str:filter_spec>/
    GET                           | in    in    first away  away  away  200
    GET  image_id=image.editor    | in    in    first away  200   away  200

admin/images/add/
    GET                           | in    in    first 200   200   away  200

admin/images/usage/<int:image_id>/
    GET                           | in    in    first away  away  away  200
    GET  image_id=image.editor    | in    in    first away  200   away  200

admin/images/multiple/add/
    GET                           | in    in    first 200   200   away  200

admin/images/multiple/<int:image_id>/
    GET                           | in    in    first 405   405   405   405

admin/images/multiple/create_from_uploaded_image/<int:uploaded_file_id>/
    GET                           | in    in    first 405   405   405   405

admin/images/multiple/<int:image_id>/delete/
    GET                           | in    in    first 405   405   405   405

admin/images/multiple/delete_upload/<int:uploaded_file_id>/
    GET                           | in    in    first 405   405   405   405

admin/documents/chooser/
    GET                           | in    in    first 200   200   200   200

admin/documents/chooser/results/
    GET                           | in    in    first 200   200   200   200

admin/documents/chooser/chosen/<str:pk>/
    GET  pk=document              | in    in    first away  away  away  200

admin/documents/chooser/chosen-multiple/
    GET                           | in    in    first 200   200   200   200

admin/documents/chooser/create/
    GET                           | in    in    first away  away  away  200

admin/images/chooser/
    GET                           | in    in    first 200   200   200   200

admin/images/chooser/results/
    GET                           | in    in    first 200   200   200   200

admin/images/chooser/chosen/<str:pk>/
    GET  pk=image                 | in    in    first 200   200   away  200

admin/images/chooser/chosen-multiple/
    GET                           | in    in    first 200   200   200   200

admin/images/chooser/create/
    GET                           | in    in    first 200   200   away  200

admin/images/chooser/<int:image_id>/select_format/
    GET                           | in    in    first 200   200   away  200

# What Wagtail and Django serve to the public.
documents/(\d+)/(.*)
    GET  @documents/{document}/{document_name} | 200 200  first 200 200   200   200
    GET  @documents/0/unknown.pdf | 404   404   first 404   404   404   404

documents/authenticate_with_password/<int:restriction_id>/
    GET                           | 404   404   first 404   404   404   404

media/(?P<path>.*)
    GET  @media/{image_file}      | 200   200   200   200   200   200   200
    # Private files lie elsewhere.
    GET  @media/{private_file}    | 404   404   404   404   404   404   404
"""
