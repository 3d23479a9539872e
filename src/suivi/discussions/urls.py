"""Addresses of discussions, inside a consultation."""

from __future__ import annotations

from django.urls import path

from suivi.discussions.views import following, post, reading, strategies, wordings, writing

app_name = "discussions"
urlpatterns = [
    path("", reading.overview, name="overview"),
    path("threads/", reading.threads, name="threads"),
    path("threads/begin/", writing.begin, name="begin"),
    path("threads/<str:thing>/", reading.thread, name="thread"),
    path("threads/<str:thing>/write/", writing.write, name="write"),
    path("threads/<str:thing>/follow/", following.follow_thread, name="follow_thread"),
    path("recommendations/", reading.recommendations, name="recommendations"),
    path("recommendations/<str:number>/", reading.recommendation, name="recommendation"),
    path("recommendations/<str:number>/write/", writing.write_on_recommendation, name="write_on_recommendation"),
    path("recommendations/<str:number>/follow/", following.follow_recommendation, name="follow_recommendation"),
    path("clusters/<str:thing>/", reading.cluster, name="cluster"),
    path("clusters/<str:thing>/follow/", following.follow_cluster, name="follow_cluster"),
    path("entries/<str:thing>/", following.entry, name="entry"),
    path("entries/<str:thing>/edit/", writing.edit, name="edit"),
    path("entries/<str:thing>/withdraw/", writing.withdraw, name="withdraw"),
    path("entries/<str:thing>/put-back/", writing.put_back, name="put_back"),
    path("entries/<str:thing>/translate/", writing.translate, name="translate"),
    path("entries/<str:thing>/texts/", reading.texts, name="texts"),
    path("strategies/", strategies.strategies, name="strategies"),
    path("strategies/propose/", strategies.propose, name="propose"),
    path("strategies/merge/", wordings.merge, name="merge"),
    path("strategies/<str:thing>/", strategies.strategy, name="strategy"),
    path("strategies/<str:thing>/write/", writing.write_on_strategy, name="write_on_strategy"),
    path("strategies/<str:thing>/wordings/", strategies.wordings, name="wordings"),
    path("strategies/<str:thing>/change/", strategies.change, name="change"),
    path("strategies/<str:thing>/propose/", strategies.propose_draft, name="propose_draft"),
    path("strategies/<str:thing>/support/", strategies.support, name="support"),
    path("strategies/<str:thing>/forward/", strategies.forward, name="forward"),
    path("strategies/<str:thing>/back/", strategies.back, name="back"),
    path("strategies/<str:thing>/withdraw/", strategies.withdraw, name="withdraw_strategy"),
    path("strategies/<str:thing>/put-back/", strategies.put_back, name="put_back_strategy"),
    path("strategies/<str:thing>/suggest/<str:field>/", wordings.suggest, name="suggest"),
    path("suggestions/<str:thing>/accept/", wordings.accept, name="accept"),
    path("suggestions/<str:thing>/decline/", wordings.decline, name="decline"),
    path("suggestions/<str:thing>/withdraw/", wordings.withdraw, name="withdraw_suggestion"),
    path("merges/<str:thing>/undo/", wordings.undo_merge, name="undo_merge"),
    path("waiting/", following.waiting, name="waiting"),
    path("waiting/read/", following.read, name="read"),
    path("post/", post.post, name="post"),
    path("waiting/<str:thing>/tick/", following.tick, name="tick"),
]
