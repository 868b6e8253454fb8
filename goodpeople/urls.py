"""Addresses: Chinese at ``/…``, English at ``/en/…``; the admin and files have no language."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from goodpeople.accounts.admin_routes import account_admin_routes, to_our_sign_in
from goodpeople.nominations.admin.closed_routes import closed_admin_routes

urlpatterns = [
    *account_admin_routes,
    *closed_admin_routes,
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
]
if settings.SERVE_MEDIA:
    urlpatterns += [re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT})]
urlpatterns += i18n_patterns(
    path("", include("goodpeople.accounts.urls")),
    path("desk/", include("goodpeople.nominations.desk.urls")),
    path("panel/", include("goodpeople.panels.desk.urls")),
    path("", include("goodpeople.notices.urls")),
    path("", include("search.page.urls")),
    path("", include("archive.urls")),
    path("", include("goodpeople.styleguide.urls")),
    # Wagtail's second sign-in page, for pages that are private: the same one as ours.
    path("_util/login/", to_our_sign_in, name="wagtailcore_login"),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)

handler400 = "goodpeople.accounts.views.bad_request"
handler403 = "goodpeople.accounts.views.forbidden"
handler404 = "goodpeople.error_pages.not_found"
handler500 = "goodpeople.accounts.views.server_error"
