"""Signing in and out, one's password, the way to one's desk."""

from tests.factories.accounts import PASSWORD

BODIES = {
    "wrong": {"username": "matrix-nom", "password": "not-the-password"},
    "right": {"username": "matrix-nom", "password": PASSWORD},
    "change": {
        "old_password": PASSWORD,
        "new_password1": "another-horse-9",
        "new_password2": "another-horse-9",
    },
    "change-blind": {
        "old_password": "not-the-password",
        "new_password1": "another-horse-9",
        "new_password2": "another-horse-9",
    },
    "first": {"new_password1": "another-horse-9", "new_password2": "another-horse-9"},
}

TABLE = """
#                      anon nom  oth  town mem  omem plain first off  ed   aud  sup
sign-in/
    GET              | 200  go   go   go   go   go   go    first go   go   go   go
    # A wrong try is counted, which changes the database.
    POST +wrong      | {0}  {0}  {0}  {0}  {0}  {0}  {0}   first {0}  {0}  {0}  {0}
    POST +right      | done done done done done done done  first done done done done

sign-out/
    GET              | go   200  200  200  200  200  200   200   200  200  200  200
    POST             | go   go   go   go   go   go   go    go    go   go   go   go

password/
    GET              | in   200  200  200  200  200  200   first 200  200  200  200
    POST +change     | in   done done done done done done  first done done done done
    POST +change-blind | in 200  200  200  200  200  200   first 200  200  200  200

# Asks no present password, so it serves only those who must change theirs.
password/first/
    GET              | in   go   go   go   go   go   go    200   go   go   go   go
    POST +first      | in   go   go   go   go   go   go    done  go   go   go   go

my-desk/
    GET              | in   go   go   go   go   go   200   first go   go   go   go
    POST             | 405  405  405  405  405  405  405   first 405  405  405  405
""".replace("{0}", "done200")
