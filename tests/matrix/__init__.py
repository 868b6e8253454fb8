"""The matrix: every route × every role × own and other unit × GET and POST.

``world.py`` makes one world of people, units and nominations in every state; the tables in
``own_routes/`` and ``wagtail_routes/`` say what each role gets for each request, in the words of
``answers.py``; each request is sent, compared and rolled back. Beside the answer, every response
is searched for personal data and for names that the reader may not know (``secrets.py``).

To grow it:

* a new route fails ``test_every_route_is_listed`` with the place to write it down;
* a new room gets a module in ``own_routes/``, named in its ``MODULES``;
* a new kind of object is made in ``world.py`` and put into ``names``;
* a new secret is noted in ``secrets.py`` with its readers;
* a new role is a name in ``roles.py`` and a column in every table that tells it apart.

The tests here share one transaction: none of them may use ``transactional_db`` or write outside
``Asker.send``.
"""
