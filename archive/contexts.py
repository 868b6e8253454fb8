def home_context(r):
    return {}


def index_context(r, p):
    return {}


def profile_context(r, p):
    return {}
