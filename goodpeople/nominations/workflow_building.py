"""A round's Workflow, made from the round's data and left alone once the round is frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from wagtail.models import Workflow, WorkflowTask

from goodpeople.nominations.steps import task_kinds

if TYPE_CHECKING:
    from goodpeople.nominations.models import Round

# Wagtail's columns are 255 wide; the round's title is shorter, the kind is added to it.
_NAME_MAX = 255


@transaction.atomic
def build_workflow(round_: Round) -> Workflow:
    """Make or mend the round's workflow so that it holds the tasks the round asks for.

    A frozen round's workflow is only renamed with the round: the tasks that nominations
    already passed must stay what they were.
    """
    name = round_.title[:_NAME_MAX]
    if round_.workflow is None:
        round_.workflow = Workflow.objects.create(name=name)
        type(round_).objects.filter(pk=round_.pk).update(workflow=round_.workflow)
    workflow = round_.workflow
    if workflow.name != name:
        workflow.name = name
        workflow.save()
    if round_.is_frozen:
        return workflow
    present = {row.task.specific_class: row for row in workflow.workflow_tasks.all()}
    wanted = [kind.model() for kind in task_kinds(round_)]
    for model, row in present.items():
        if model not in wanted:
            task = row.task
            row.delete()
            task.delete()
    for position, model in enumerate(wanted):
        row = present.get(model)
        if row is None:
            task = model.objects.create(name=model.get_verbose_name()[:_NAME_MAX])
            WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=position)
        elif row.sort_order != position:
            row.sort_order = position
            row.save()
    return workflow


@transaction.atomic
def discard_workflow(workflow: Workflow) -> None:
    """Delete the workflow and tasks of a round that was deleted before anybody submitted."""
    tasks = list(workflow.tasks.all())
    workflow.delete()
    for task in tasks:
        task.delete()
