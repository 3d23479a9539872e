"""One milestone: how its day was found, and what may be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suivi.common.pages import page
from suivi.timeline import actions
from suivi.timeline.forms import MoveForm, NoteForm, OwnForm, TickForm
from suivi.timeline.permissions import can_keep_calendar
from suivi.timeline.queries import removed_milestones
from suivi.timeline.rules.words import Kind, Who
from suivi.timeline.telling import day_of, title_of
from suivi.timeline.views.calendar import clock_of

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpResponse

    from suivi.coalitions.requests import MemberRequest
    from suivi.timeline.queries import Clock
    from suivi.timeline.rules.steps import Step


@require_safe
def milestone(request: MemberRequest, state: str, cycle_number: int, name: str) -> HttpResponse:
    """Show one milestone."""
    clock, step = _found(request, state, cycle_number, name)
    return _show(request, clock, step)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: MemberRequest, state: str, cycle_number: int) -> HttpResponse:
    """Add a milestone of the coalition's own."""
    can_keep_calendar(request.membership).require()
    clock, _reviews = clock_of(request, state, cycle_number)
    form = OwnForm(request.POST or None, coalition=request.membership.coalition)
    if not form.is_valid():
        context = {"form": form, "review": clock.review}
        return page(request, "timeline/add.html", context, status=400 if form.is_bound else 200)
    made = actions.add_milestone(review=clock.review, **_own(form), at=timezone.now(), by=request.membership)
    messages.success(request, _("“%(title)s” stands on the calendar.") % {"title": made.title})
    return redirect("timeline:cycle", state, cycle_number)


@require_POST
def change(request: MemberRequest, state: str, cycle_number: int, name: str) -> HttpResponse:
    """Change one of the coalition's own milestones."""
    can_keep_calendar(request.membership).require()
    clock, step = _found(request, state, cycle_number, name)
    if step.kind != Kind.OWN:
        raise Http404
    form = OwnForm(request.POST, coalition=request.membership.coalition)
    if not form.is_valid():
        return _show(request, clock, step, own=form)
    actions.change_milestone(review=clock.review, step=step, **_own(form), at=timezone.now(), by=request.membership)
    messages.success(request, _("Changed."))
    return redirect("timeline:milestone", state, cycle_number, name)


@require_POST
def move(request: MemberRequest, state: str, cycle_number: int, name: str) -> HttpResponse:
    """Set the day of a milestone of the cycle by hand."""
    can_keep_calendar(request.membership).require()
    clock, step = _found(request, state, cycle_number, name)
    form = MoveForm(request.POST)
    if step.kind == Kind.OWN or step.certain:
        raise Http404
    if not form.is_valid():
        return _show(request, clock, step, move=form)
    actions.move_milestone(
        review=clock.review, step=step, **form.cleaned_data, at=timezone.now(), by=request.membership
    )
    told = {"title": title_of(step), "day": day_of(form.cleaned_data["to"])}
    messages.success(request, _("“%(title)s” is on %(day)s now.") % told)
    return redirect("timeline:milestone", state, cycle_number, name)


@require_POST
def count_again(request: MemberRequest, state: str, cycle_number: int, name: str) -> HttpResponse:
    """Let the clock count a moved milestone again."""
    can_keep_calendar(request.membership).require()
    clock, step = _found(request, state, cycle_number, name)
    actions.count_again(review=clock.review, step=step, at=timezone.now(), by=request.membership)
    messages.success(request, _("The day is counted again."))
    return redirect("timeline:milestone", state, cycle_number, name)


@require_POST
def tick(request: MemberRequest, state: str, cycle_number: int, name: str) -> HttpResponse:
    """Tick a milestone off: on the day given, or today."""
    can_keep_calendar(request.membership).require()
    clock, step = _found(request, state, cycle_number, name)
    form = TickForm(request.POST if "done_on" in request.POST else {"done_on": clock.today}, today=clock.today)
    if not form.is_valid():
        return _show(request, clock, step, tick=form)
    done_on = form.cleaned_data["done_on"]
    actions.tick_milestone(review=clock.review, step=step, done_on=done_on, at=timezone.now(), by=request.membership)
    messages.success(request, _("“%(title)s” is done.") % {"title": title_of(step)})
    return redirect("timeline:cycle", state, cycle_number)


@require_POST
def untick(request: MemberRequest, state: str, cycle_number: int, name: str) -> HttpResponse:
    """Take the tick away."""
    can_keep_calendar(request.membership).require()
    clock, step = _found(request, state, cycle_number, name)
    actions.tick_milestone(review=clock.review, step=step, done_on=None, at=timezone.now(), by=request.membership)
    messages.success(request, _("“%(title)s” is open again.") % {"title": title_of(step)})
    return redirect("timeline:milestone", state, cycle_number, name)


@require_POST
def note(request: MemberRequest, state: str, cycle_number: int, name: str) -> HttpResponse:
    """Write down what is to be remembered about a milestone of the cycle, and who sees to it."""
    can_keep_calendar(request.membership).require()
    clock, step = _found(request, state, cycle_number, name)
    form = NoteForm(request.POST, coalition=request.membership.coalition)
    if not form.is_valid():
        return _show(request, clock, step, note=form)
    told = {field: form.cleaned_data[field] for field in ("note", "organisation")}
    actions.note_milestone(review=clock.review, step=step, **told, at=timezone.now(), by=request.membership)
    messages.success(request, _("Kept."))
    return redirect("timeline:milestone", state, cycle_number, name)


@require_POST
def remove(request: MemberRequest, state: str, cycle_number: int, name: str) -> HttpResponse:
    """Take one of the coalition's own milestones off the calendar."""
    can_keep_calendar(request.membership).require()
    clock, step = _found(request, state, cycle_number, name)
    if step.kind != Kind.OWN:
        raise Http404
    actions.remove_milestone(review=clock.review, step=step, at=timezone.now(), by=request.membership)
    told = _("“%(title)s” is off the calendar. It can be put back at the foot of this page.")
    messages.success(request, told % {"title": title_of(step)})
    return redirect("timeline:cycle", state, cycle_number)


@require_POST
def put_back(request: MemberRequest, state: str, cycle_number: int, name: str) -> HttpResponse:
    """Put a milestone that was taken away back."""
    can_keep_calendar(request.membership).require()
    clock, _reviews = clock_of(request, state, cycle_number)
    removed = get_object_or_404(removed_milestones(request.membership, clock.review), key=name)
    actions.put_back_milestone(milestone=removed, at=timezone.now(), by=request.membership)
    messages.success(request, _("“%(title)s” stands on the calendar.") % {"title": removed.title})
    return redirect("timeline:cycle", state, cycle_number)


def _found(request: MemberRequest, state: str, cycle_number: int, name: str) -> tuple[Clock, Step]:
    clock, _reviews = clock_of(request, state, cycle_number)
    step = clock.step(name)
    if step is None:
        raise Http404
    return clock, step


def _own(form: OwnForm) -> dict[str, Any]:
    return {field: form.cleaned_data[field] for field in ("title", "due_on", "note", "organisation")}


def _show(request: MemberRequest, clock: Clock, step: Step, **wrong: forms.Form | forms.ModelForm) -> HttpResponse:
    """Show a milestone with its forms; those in `wrong` come back with their errors."""
    coalition, kept = request.membership.coalition, step.kept
    may_keep = can_keep_calendar(request.membership)
    offered: dict[str, forms.Form | forms.ModelForm] = {}
    if may_keep:
        if step.who == Who.COALITION or step.first <= clock.today:
            offered["tick"] = TickForm(initial={"done_on": clock.today}, today=clock.today)
        if step.kind == Kind.OWN:
            offered["own"] = OwnForm(instance=kept, coalition=coalition)
        else:
            offered["note"] = NoteForm(instance=kept, coalition=coalition)
            if not step.certain:
                offered["move"] = MoveForm(initial={"to": step.first})
    context = {"clock": clock, "review": clock.review, "today": clock.today, "step": step, "may_keep": may_keep}
    context["forms"] = offered | wrong
    return page(request, "timeline/milestone.html", context, status=400 if wrong else 200)
