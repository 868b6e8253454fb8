"""The rows that a new archive starts with, as data: five categories and the titles of the tree."""

from __future__ import annotations

# code, name, English name, description, English description; in the order readers know them.
CATEGORIES = [
    (
        "helping-others",
        "助人为乐",
        "Helping Others",
        "长期热心帮助他人、奉献社会。",
        "People who have long helped others and served the community.",
    ),
    (
        "bravery",
        "见义勇为",
        "Bravery for a Just Cause",
        "在他人生命财产受到威胁时挺身而出。",
        "People who stepped forward when the life or property of others was in danger.",
    ),
    (
        "honesty",
        "诚实守信",
        "Honest and Trustworthy",
        "重信誉、守承诺，言行一致。",
        "People who keep their word and trade honestly.",
    ),
    (
        "dedication",
        "敬业奉献",
        "Dedicated to Work",
        "立足本职，尽心尽力，做出突出成绩。",
        "People who have given themselves to their work.",
    ),
    (
        "filial",
        "孝老爱亲",
        "Filial and Caring",
        "孝敬长辈，关爱家人，守望相助。",
        "People who care for the old and for their families.",
    ),
]

HOME_TITLE = "平湖好人"
HOME_INTRO = "一件件平常的小事，一年又一年做下来，就成了值得记住的人。"
HOME_INTRO_EN = "Small things, done year after year, by people worth remembering."
INDEX_TITLE = "好人名录"
INDEX_TITLE_EN = "All honourees"
INDEX_SLUG = "honourees"
