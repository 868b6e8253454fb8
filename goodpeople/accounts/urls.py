"""Addresses of signing in and of one's own account."""

from django.urls import path

from goodpeople.accounts import views

app_name = "accounts"

urlpatterns = [
    path("sign-in/", views.SignInView.as_view(), name="sign_in"),
    path("sign-out/", views.SignOutView.as_view(), name="sign_out"),
    path("password/", views.PasswordView.as_view(), name="password"),
    path("password/first/", views.FirstPasswordView.as_view(), name="first_password"),
    path("my-desk/", views.my_desk, name="my_desk"),
]
