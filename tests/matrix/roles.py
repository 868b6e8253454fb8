"""The people of the matrix, and the columns under which they stand in the tables."""

from __future__ import annotations

# Without access to Wagtail's admin.
ANON = "anon"  # nobody is signed in
NOMINATOR = "nom"  # works for the own village
OTHER = "oth"  # works for a village of another town
TOWN = "town"  # works for the town above the own village and its sibling
MEMBER = "mem"  # sits on the panel of the round in mid-flight
OTHER_MEMBER = "omem"  # sits on another round's panel
PLAIN = "plain"  # an account and nothing else
FIRST_TIME = "first"  # the office's clerk, who must change the password before anything else
# With access to it.
OFFICE = "off"
EDITOR = "ed"
AUDITOR = "aud"
SUPERUSER = "sup"

SIGNED_IN_OUTSIDERS = (NOMINATOR, OTHER, TOWN, MEMBER, OTHER_MEMBER, PLAIN)
OUTSIDERS = (ANON, *SIGNED_IN_OUTSIDERS, FIRST_TIME)
INSIDERS = (OFFICE, EDITOR, AUDITOR, SUPERUSER)
EVERYBODY = (*OUTSIDERS, *INSIDERS)
READS_ALL = frozenset({OFFICE, AUDITOR, SUPERUSER})

# Our own screens tell everybody apart; towards Wagtail's, people without its admin are alike.
EACH = {role: (role,) for role in EVERYBODY}
OUTSIDE_ALIKE = {
    ANON: (ANON,),
    "outs": SIGNED_IN_OUTSIDERS,
    FIRST_TIME: (FIRST_TIME,),
    **{role: (role,) for role in INSIDERS},
}
ALIKE = {"all": EVERYBODY}
