"""Preparing an exercise and leading it: its facts, its criteria, opening, closing, taking over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from suivi.common.pages import page
from suivi.consultations.visits import VisitRequest, for_members, runner
from suivi.priorities.actions.joint import take_over, undo_take_over
from suivi.priorities.actions.preparing import change_exercise, discard_exercise, prepare_exercise, set_criteria
from suivi.priorities.actions.running import close_exercise, open_exercise, reopen_exercise
from suivi.priorities.forms import FACTS, CriteriaForms, ExerciseForm, NewExerciseForm, as_initial
from suivi.priorities.permissions import can_change
from suivi.priorities.queries.exercises import criteria_of
from suivi.priorities.queries.results import results_of
from suivi.priorities.views.overview import exercise_of

if TYPE_CHECKING:
    from django.http import HttpResponse

FORM = ["GET", "HEAD", "POST"]


@for_members
@require_http_methods(FORM)
def prepare(request: VisitRequest, key: str) -> HttpResponse:
    """Prepare an exercise."""
    by, consultation = runner(request), request.visit.consultation
    form = NewExerciseForm(request.POST or None, consultation=consultation)
    if not form.is_valid():
        return page(request, "priorities/prepare.html", {"form": form}, status=400 if form.is_bound else 200)
    made = prepare_exercise(
        consultation=consultation,
        facts={name: form.cleaned_data[name] for name in FACTS},
        recommendations=form.cleaned_data["recommendations"] or [],
        offers=form.cleaned_data["offers"] if form.cleaned_data["method"] == "scores" else [],
        at=timezone.now(),
        by=by,
    )
    return redirect("priorities:exercise", key, made.key)


@for_members
@require_http_methods(FORM)
def change(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Change what an exercise asks before it opens."""
    exercise, by = exercise_of(request, thing), runner(request)
    can_change(by, exercise).require()
    form = ExerciseForm(request.POST or None, instance=exercise, consultation=exercise.consultation)
    if not form.is_valid():
        context = {"form": form, "exercise": exercise}
        return page(request, "priorities/prepare.html", context, status=400 if form.is_bound else 200)
    facts = {name: form.cleaned_data[name] for name in FACTS}
    change_exercise(exercise=exercise, facts=facts, recommendations=form.cleaned_data["recommendations"], by=by)
    return redirect("priorities:exercise", key, thing)


@for_members
@require_http_methods(FORM)
def criteria(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Change what is weighed by: weights, directions, words, and criteria of one's own."""
    exercise, by = exercise_of(request, thing), runner(request)
    can_change(by, exercise).require()
    known = [as_initial(each) for each in criteria_of(exercise)]
    forms = CriteriaForms(request.POST or None, initial=known)
    if not forms.is_valid():
        context = {"forms": forms, "exercise": exercise}
        return page(request, "priorities/criteria.html", context, status=400 if forms.is_bound else 200)
    told = [form.cleaned_data for form in forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]
    kept = [{name: value for name, value in each.items() if name != "DELETE"} for each in told]
    set_criteria(exercise=exercise, criteria=kept, by=by)
    return redirect("priorities:exercise", key, thing)


@for_members
@require_POST
def discard(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Take an exercise away that was never opened."""
    exercise, by = exercise_of(request, thing), runner(request)
    discard_exercise(exercise=exercise, by=by)
    messages.success(request, _("“%(title)s” is gone. Nobody had filled it.") % {"title": exercise.title})
    return redirect("priorities:priorities", key)


@for_members
@require_POST
def open_it(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Let everybody fill their sheets."""
    exercise, by = exercise_of(request, thing), runner(request)
    open_exercise(exercise=exercise, at=timezone.now(), by=by)
    return redirect("priorities:exercise", key, thing)


@for_members
@require_POST
def close(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """End the filling of sheets."""
    exercise, by = exercise_of(request, thing), runner(request)
    close_exercise(exercise=exercise, at=timezone.now(), by=by)
    return redirect("priorities:exercise", key, thing)


@for_members
@require_POST
def reopen(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Let sheets be filled once more."""
    exercise, by = exercise_of(request, thing), runner(request)
    reopen_exercise(exercise=exercise, by=by)
    return redirect("priorities:exercise", key, thing)


@for_members
@require_POST
def take(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Take the ticked results over as joint priorities, with the ranks they have."""
    exercise, by = exercise_of(request, thing), runner(request)
    ticked = set(request.POST.getlist("take"))
    ranked = results_of(exercise, few_too=True).ranked
    placed = [(each.recommendation, each.rank or 1) for each in ranked if str(each.candidate.pk) in ticked]
    if not placed:
        messages.error(request, _("Tick at least one recommendation."))
        return redirect("priorities:exercise", key, thing)
    made = take_over(exercise=exercise, placed=placed, at=timezone.now(), by=by)
    told = ngettext("%(n)d joint priority was taken over.", "%(n)d joint priorities were taken over.", len(made))
    messages.success(request, told % {"n": len(made)})
    return redirect("priorities:priorities", key)


@for_members
@require_POST
def undo(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Take back what was taken over."""
    exercise, by = exercise_of(request, thing), runner(request)
    undo_take_over(exercise=exercise, at=timezone.now(), by=by)
    messages.success(request, _("The joint priorities that came of this exercise are off the list."))
    return redirect("priorities:exercise", key, thing)
