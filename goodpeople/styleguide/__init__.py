"""The style page: every component in every state, for those who build and review the site."""
