"""Who gets what, at every address of the house: one line each. An address without a line fails the tests.

Whoever adds an address adds its line. The columns:

    address        its name, with the app's before it
    methods        what it answers to; every other method must be refused
    who            one of the groups below: they get through, everybody else is refused
    thing          what its words and numbers name (see `things.py`): a thing of one's own coalition opens, one of
                   another coalition must answer exactly as one that does not exist; without a thing: "-"

Signed-in people whose role needs a second factor, and who have none yet, get through where `who` is "everybody" or
"oneself" alone.
"""

from __future__ import annotations

from typing import NamedTuple

ROLES = ("coordinator", "custodian", "steering", "convenor", "member", "translator", "observer", "nhri", "official")
SIGNED_IN = frozenset({*ROLES, "stranger"})
"""A stranger is signed in and belongs to no coalition: a membership that ended."""
OTHERS = frozenset({"anonymous", "closed", "unproved", "frozen", "participant"})
"""Not signed in; an account that was closed while its browser still holds a session; no second factor yet; signed in
again after their place was frozen; and somebody without account who took a seat in the consultation of this coalition
with the code on the wall."""
SIGNED_OUT = frozenset({"anonymous", "closed", "participant"})

GROUPS: dict[str, frozenset[str]] = {
    "everybody": SIGNED_IN | OTHERS,
    "oneself": SIGNED_IN | {"unproved"},
    "signed-in": SIGNED_IN,
    "belonging": frozenset(ROLES),
    "members": frozenset(ROLES) - {"nhri", "official"},
    "contributors": frozenset(ROLES) - {"observer", "nhri", "official"},
    "people-keepers": frozenset({"coordinator", "custodian"}),
    "record-keepers": frozenset({"coordinator", "convenor"}),
    "date-keepers": frozenset({"coordinator", "steering", "convenor"}),
    "arrangers": frozenset({"coordinator", "steering", "convenor"}),
    "newcomers": frozenset({"anonymous", "closed", "stranger", "participant"}),
    "runners": frozenset({"coordinator", "steering", "convenor"}),
    "takers-part": frozenset(ROLES) - {"nhri", "official"} | {"participant"},
    "speakers": frozenset(ROLES) - {"observer", "nhri", "official"} | {"participant"},
    "in-the-dialogue": frozenset(ROLES),
    "member": frozenset({"member"}),
    "nobody": frozenset(),
}

TABLE = """
address                          methods    who             thing

home:desk                        GET        signed-in       -
home:together                    GET        signed-in       -
home:outcome                     GET        signed-in       review
home:outcome_file                GET        signed-in       picture of outcome

reports:papers                   GET        signed-in       -
reports:paper                    GET        signed-in       list on paper
reports:file                     GET        signed-in       list as a file
reports:paper                    GET        members         pack of cluster
reports:file                     GET        members         pack of cluster as a file
reports:paper                    GET        members         agenda on paper
reports:paper                    GET        belonging       agenda of dialogue on paper
reports:file                     GET        members         plan as a file
reports:paper                    GET        runners         poster

record:recommendations           GET        signed-in       -
record:selected                  GET        signed-in       -
record:selected_csv              GET        signed-in       -
record:views                     GET        signed-in       -
record:save_view                 POST       contributors    -
record:view                      GET,POST   contributors    my view
record:remove_view               POST       contributors    my view
record:remove_view               POST       record-keepers  view shown to all
record:recommendation            GET        signed-in       recommendation
record:correct_text              GET,POST   record-keepers  recommendation
record:correct_states            GET,POST   record-keepers  recommendation
record:record_answer             GET,POST   record-keepers  recommendation
record:reviews                   GET        signed-in       -
record:review                    GET        signed-in       review
record:date_review               GET,POST   record-keepers  review
record:date_review               GET,POST   record-keepers  review
record:document                  GET        signed-in       document
record:page_picture              GET        signed-in       page of document
record:download                  GET        signed-in       document

intake:imports                   GET,POST   record-keepers  -
intake:check                     GET        record-keepers  import
intake:confirm                   POST       record-keepers  import
intake:discard                   POST       record-keepers  import
intake:review                    POST       record-keepers  file of import
intake:columns                   POST       record-keepers  sheet of import
intake:leave_out                 POST       record-keepers  file of import
intake:page_picture              GET        record-keepers  page of import

timeline:calendar                GET        belonging       -
timeline:make_feed               POST       belonging       -
timeline:withdraw_feed           POST       belonging       -
timeline:feed                    GET        everybody       feed
timeline:cycle                   GET        belonging       cycle
timeline:file                    GET        belonging       cycle
timeline:picture                 GET        belonging       line of cycle
timeline:add                     GET,POST   date-keepers    cycle
timeline:milestone               GET        members         milestone
timeline:change                  POST       date-keepers    milestone
timeline:move                    POST       date-keepers    step of cycle
timeline:count_again             POST       date-keepers    step of cycle
timeline:tick                    POST       date-keepers    milestone
timeline:untick                  POST       date-keepers    milestone
timeline:note                    POST       date-keepers    step of cycle
timeline:remove                  POST       date-keepers    milestone
timeline:put_back                POST       date-keepers    removed milestone

clusters:board                   GET        members         -
clusters:picked                  GET        members         -
clusters:cycle                   GET        members         cycle of clusters
clusters:new                     GET,POST   arrangers       cycle of clusters
clusters:order                   GET,POST   arrangers       cycle of clusters
clusters:place                   POST       arrangers       cycle of clusters
clusters:undo                    POST       arrangers       cycle of clusters
clusters:gather                  GET        members         cycle of clusters
clusters:where                   GET        members         recommendation of clusters
clusters:where                   POST       arrangers       recommendation of clusters
clusters:words                   POST       arrangers       recommendation of clusters
clusters:suggestions             GET        members         cycle of clusters
clusters:ask                     POST       arrangers       cycle of clusters
clusters:decide                  POST       arrangers       cycle of clusters
clusters:start                   GET,POST   arrangers       cycle of clusters
clusters:same                    GET        members         cycle of clusters
clusters:together                POST       arrangers       cycle of clusters
clusters:how_sure                GET        members         cycle of clusters
clusters:suggested               GET        members         suggestions of clusters
clusters:cluster                 GET        members         cluster
clusters:change                  GET,POST   arrangers       cluster
clusters:sort                    GET,POST   arrangers       cluster
clusters:take_out                POST       arrangers       cluster
clusters:looked_over             POST       arrangers       cluster
clusters:split                   GET,POST   arrangers       cluster
clusters:merge                   POST       arrangers       cluster
clusters:take_away               POST       arrangers       cluster
clusters:put_back                POST       arrangers       cluster that went

consultations:consultations      GET        signed-in       -
consultations:new                GET,POST   runners         -
consultations:consultation       GET        takers-part     consultation
consultations:consultation       GET        in-the-dialogue dialogue
consultations:change             GET,POST   runners         consultation
consultations:move               POST       runners         next phase of consultation
consultations:agenda             GET        takers-part     consultation
consultations:agenda             GET        in-the-dialogue dialogue
consultations:agenda_calendar    GET        takers-part     consultation
consultations:add_session        GET,POST   runners         consultation
consultations:keep_template      POST       runners         consultation
consultations:session            GET,POST   runners         session
consultations:remove_session     POST       runners         session
consultations:put_back_session   POST       runners         removed session
consultations:people             GET        members         consultation
consultations:count_heads        POST       runners         consultation
consultations:end_seat           POST       runners         seat
consultations:open_door          POST       runners         consultation
consultations:close_door         POST       runners         consultation
consultations:leave              POST       takers-part     consultation
consultations:join               GET,POST   everybody       -
consultations:take_seat          GET,POST   everybody       door

hall:worker                      GET        everybody       -
hall:phone                       GET        takers-part     consultation
hall:phone                       GET        in-the-dialogue dialogue
hall:now                         GET        takers-part     consultation
hall:say                         POST       speakers        consultation
hall:vote                        POST       speakers        consultation
hall:voice                       POST       speakers        consultation
hall:live                        GET        members         consultation
hall:live_now                    GET        members         consultation
hall:remote                      GET        runners         consultation
hall:show                        POST       runners         consultation

minutes:minutes                  GET        members         consultation
minutes:minutes                  GET        in-the-dialogue dialogue
minutes:rapporteur               POST       runners         consultation
minutes:settle                   POST       runners         minutes
minutes:note                     GET,POST   runners         part of minutes
minutes:session_note             GET,POST   runners         session

plans:plans                      GET        takers-part     consultation
plans:start                      POST       speakers        consultation
plans:actions                    GET        takers-part     consultation
plans:put_on_calendar            POST       date-keepers    consultation
plans:tick                       POST       contributors    activity
plans:check_sheet                GET,POST   member          my sheet
plans:discard_sheet              POST       member          my sheet
plans:table                      GET        takers-part     plan
plans:add                        GET,POST   speakers        plan
plans:typing                     GET,POST   speakers        plan
plans:workbook                   GET        takers-part     plan
plans:bring                      GET,POST   speakers        plan
plans:line                       GET        takers-part     line of plan
plans:line                       POST       speakers        line of plan
plans:remove                     POST       speakers        line of plan
plans:put_back                   POST       speakers        removed line of plan

discussions:overview             GET        takers-part     consultation
discussions:overview             GET        in-the-dialogue dialogue
discussions:threads              GET        takers-part     consultation
discussions:threads              GET        in-the-dialogue dialogue
discussions:begin                GET,POST   speakers        consultation
discussions:thread               GET        takers-part     thread
discussions:write                POST       speakers        thread
discussions:follow_thread        POST       speakers        thread
discussions:recommendations      GET        takers-part     consultation
discussions:recommendations      GET        in-the-dialogue dialogue
discussions:recommendation       GET        takers-part     discussed recommendation
discussions:write_on_recommendation POST       speakers        discussed recommendation
discussions:follow_recommendation POST       speakers        discussed recommendation
discussions:cluster              GET        takers-part     discussed cluster
discussions:follow_cluster       POST       speakers        discussed cluster
discussions:entry                GET        takers-part     entry
discussions:texts                GET        takers-part     entry
discussions:edit                 GET,POST   speakers        my entry
discussions:withdraw             GET,POST   runners         entry
discussions:withdraw             GET,POST   speakers        my entry
discussions:put_back             POST       runners         withdrawn entry
discussions:translate            POST       nobody          entry
discussions:strategies           GET        takers-part     consultation
discussions:strategies           GET        in-the-dialogue dialogue
discussions:propose              GET,POST   speakers        consultation
discussions:merge                GET,POST   runners         consultation
discussions:strategy             GET        takers-part     strategy
discussions:strategy             GET        speakers        my draft
discussions:write_on_strategy    POST       speakers        strategy
discussions:wordings             GET        takers-part     strategy
discussions:change               GET,POST   speakers        my strategy
discussions:propose_draft        POST       speakers        my draft
discussions:support              POST       speakers        strategy
discussions:forward              POST       runners         strategy
discussions:back                 POST       runners         strategy put forward
discussions:withdraw_strategy    GET,POST   runners         strategy
discussions:withdraw_strategy    GET,POST   speakers        my strategy
discussions:put_back_strategy    POST       runners         withdrawn strategy
discussions:suggest              GET,POST   speakers        field of strategy
discussions:accept               POST       nobody          suggested wording
discussions:decline              GET,POST   runners         suggested wording
discussions:withdraw_suggestion  POST       speakers        my suggested wording
discussions:undo_merge           POST       runners         merge
discussions:waiting              GET        takers-part     consultation
discussions:waiting              GET        in-the-dialogue dialogue
discussions:read                 POST       speakers        consultation
discussions:post                 GET        takers-part     consultation
discussions:post                 GET        in-the-dialogue dialogue
discussions:post                 POST       nobody          consultation
post:stop                        GET,POST   everybody       stop of post
discussions:tick                 POST       speakers        my notice

opinions:map                     GET        takers-part     consultation
opinions:vote                    POST       speakers        statement
opinions:mine                    GET        takers-part     consultation
opinions:write                   GET,POST   speakers        consultation
opinions:results                 GET        takers-part     consultation
opinions:picture                 GET        takers-part     picture of opinions
opinions:table                   GET        takers-part     consultation
opinions:prepare                 GET,POST   runners         consultation
opinions:move                    POST       runners         next state of opinion map
opinions:seed                    POST       runners         consultation
opinions:let_through             POST       runners         statement
opinions:hold_back               POST       runners         statement

priorities:priorities            GET        takers-part     consultation
priorities:priorities            GET        in-the-dialogue dialogue
priorities:prepare               GET,POST   runners         consultation
priorities:exercise              GET        takers-part     exercise
priorities:exercise              GET        takers-part     closed exercise
priorities:change                GET,POST   runners         prepared exercise
priorities:criteria              GET,POST   runners         prepared exercise
priorities:discard               POST       runners         prepared exercise
priorities:open                  POST       runners         exercise to open
priorities:close                 POST       runners         exercise
priorities:reopen                POST       runners         closed exercise
priorities:take_over             POST       runners         closed exercise
priorities:undo                  POST       runners         exercise taken over
priorities:sheet                 GET        takers-part     exercise
priorities:sheet                 POST       speakers        exercise
priorities:one                   GET        takers-part     place in exercise
priorities:one                   POST       speakers        place in exercise
priorities:picture               GET        takers-part     picture of exercise
priorities:add_priority          GET,POST   runners         consultation
priorities:change_priority       GET,POST   runners         priority
priorities:remove_priority       POST       runners         priority
priorities:put_back_priority     POST       runners         removed priority

consent:decisions                GET        takers-part     consultation
consent:decisions                GET        in-the-dialogue dialogue
consent:draft                    GET,POST   runners         consultation
consent:motion                   GET        takers-part     motion
consent:motion                   GET        runners         draft of motion
consent:voice                    POST       speakers        motion
consent:change                   GET,POST   runners         draft of motion
consent:open                     POST       runners         draft of motion
consent:amend                    GET,POST   runners         motion
consent:close                    GET,POST   runners         motion
consent:withdraw                 POST       runners         motion

coalitions:start                 GET,POST   nobody          -
coalitions:people                GET        members         -
coalitions:invite                GET,POST   people-keepers  -
coalitions:bring_list            GET,POST   people-keepers  -
coalitions:empty_list            GET        people-keepers  -
coalitions:make_list             POST       people-keepers  -
coalitions:new_link              GET,POST   people-keepers  -
coalitions:withdraw_link         POST       people-keepers  join link
coalitions:join                  GET,POST   newcomers       -
coalitions:who_sees_what         GET        members         -
coalitions:waiting               GET        members         -
coalitions:decide                POST       people-keepers  -
coalitions:vouch                 POST       contributors    -
coalitions:choose_vouching       POST       people-keepers  -
coalitions:agree                 POST       people-keepers  ask
coalitions:take_ask_back         POST       people-keepers  ask
coalitions:freeze                POST       people-keepers  membership
coalitions:unfreeze              POST       people-keepers  frozen membership
coalitions:agree_silence         POST       people-keepers  silence
coalitions:wish_silence          POST       belonging       -
coalitions:hand_over             GET,POST   members         coalition
coalitions:withdraw_offer        POST       belonging       coalition
coalitions:accept_offer          POST       contributors    offer
coalitions:decline_offer         POST       members         offer
coalitions:withdraw              POST       people-keepers  invitation
coalitions:new_organisation      GET,POST   people-keepers  -
coalitions:organisation          GET,POST   people-keepers  organisation
coalitions:member                GET        members         membership
coalitions:change_member         POST       people-keepers  membership
coalitions:end_member            POST       people-keepers  membership
coalitions:way_back              POST       people-keepers  membership
coalitions:accept                GET,POST   newcomers       -
coalitions:me                    GET,POST   signed-in       -
coalitions:end_other_sessions    POST       signed-in       -
coalitions:end_session           POST       signed-in       my session
coalitions:choose_coalition      POST       belonging       coalition
coalitions:leave                 GET,POST   belonging       coalition

account_login                    GET,POST   everybody       -
account_logout                   GET,POST   everybody       -
account_inactive                 GET        everybody       -
account_reset_password           GET        everybody       -
account_reauthenticate           GET,POST   oneself         -
account_change_password          GET,POST   oneself         -
mfa_index                        GET        oneself         -
mfa_authenticate                 GET,POST   everybody       -
mfa_reauthenticate               GET,POST   oneself         -
mfa_activate_totp                GET,POST   oneself         -
mfa_deactivate_totp              GET,POST   signed-in       -
mfa_view_recovery_codes          GET        signed-in       -
mfa_generate_recovery_codes      GET,POST   oneself         -
mfa_download_recovery_codes      GET        signed-in       -
mfa_list_webauthn                GET        oneself         -
mfa_add_webauthn                 GET,POST   oneself         -
mfa_login_webauthn               GET,POST   everybody       -
mfa_reauthenticate_webauthn      GET,POST   oneself         -
mfa_edit_webauthn                GET,POST   signed-in       my passkey
mfa_remove_webauthn              GET,POST   signed-in       my passkey

history:history                  GET        people-keepers  -
set_language                     POST       everybody       -
"""


class Route(NamedTuple):
    """One line of the table."""

    address: str
    methods: tuple[str, ...]
    who: str
    thing: str

    @property
    def may(self) -> frozenset[str]:
        """Who gets through."""
        return GROUPS[self.who]


def routes() -> list[Route]:
    """Return the lines of the table."""
    lines = [line.split(maxsplit=3) for line in TABLE.splitlines()[2:] if line.strip()]
    return [Route(address, tuple(methods.split(",")), who, thing) for address, methods, who, thing in lines]
