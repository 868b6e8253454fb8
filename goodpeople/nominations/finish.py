"""What happens when a workflow ends well (``WAGTAIL_FINISH_WORKFLOW_ACTION``).

Imported while Wagtail's models are being defined, so nothing here imports a model at the top.
"""

from __future__ import annotations


def finish_workflow(workflow_state, user=None) -> None:
    """Note that a nomination passed its round, or publish the page as Wagtail would.

    A nomination never publishes: what the public sees is the archive's page.
    """
    from wagtail.workflows import publish_workflow_state

    from goodpeople.nominations.models import Nomination, Outcome

    nomination = workflow_state.content_object
    if isinstance(nomination, Nomination):
        nomination.outcome = Outcome.PASSED
        nomination.save(update_fields=["outcome", "updated_at"])
    else:
        publish_workflow_state(workflow_state, user=user)
