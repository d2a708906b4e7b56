"""Page furniture: words of the page and its outlet, not of the report."""

from __future__ import annotations

import re

_WORDS = {
    "advertisement", "advertisements", "advertising", "anzeige", "werbung", "publicité",
    "publicidad", "pubblicità", "sponsored", "sponsored content", "promoted", "ad",
    "paid content", "story continues below advertisement", "article continues below",
    "advertisement - continue reading below", "continue reading below",
    "story continues", "share", "shares", "share this", "share this article",
    "share this story", "share article", "close share panel", "tweet", "tweets", "retweet",
    "twitter", "facebook", "linkedin", "whatsapp", "reddit", "pinterest", "email", "e-mail",
    "messenger", "telegram", "instagram", "youtube", "print", "save", "like", "likes",
    "follow", "following", "subscribe", "subscribe now", "sign in", "sign up", "log in",
    "login", "register", "comment", "comments", "view comments", "show comments",
    "leave a comment", "post a comment", "join the conversation", "reply", "copy link",
    "link copied", "more", "read more", "show more", "load more", "see more", "view more",
    "see all", "view all", "next", "previous", "close", "menu", "search", "home", "skip",
    "skip to content", "skip to main content", "skip ad", "go", "edit", "back to top",
    "top", "loading", "loading...", "please wait", "x", "play", "play video", "pause",
    "mute", "unmute", "watch live", "now playing", "up next", "replay", "autoplay",
    "fullscreen", "live", "video", "videos", "photos", "gallery", "slideshow", "watch",
    "listen", "audio", "related", "related content", "related stories", "related story",
    "related articles", "related links", "related topics", "related coverage",
    "related news", "related video", "related videos", "recommended", "trending",
    "trending now", "most popular", "most read", "popular", "top stories", "top coverage",
    "latest news", "more news", "more stories", "more from", "more coverage",
    "also read", "see also", "you may like", "you might like", "you may also like",
    "recommended for you", "editor's picks", "editors' picks", "don't miss", "in this story",
    "tags", "topics", "more_vert", "amp", "today", "video_youtube", "arrow_forward",
    "expand", "collapse", "newsletter", "newsletters", "cookie policy", "privacy policy",
    "terms of use", "terms of service", "contact us", "about us", "about the author",
    "about the authors", "copyright", "all rights reserved", "report a typo", "nbsp", "&nbsp",
    "show full article", "open", "buy photo", "buy now", "congratulations!", "font size",
    "text size", "aa", "teilen", "drucken", "kommentare", "mehr", "partager", "imprimer",
    "compartir", "imprimir", "condividi", "stampa", "dela", "accessibility links",
    "view gallery", "hide caption", "toggle caption", "enlarge this image", "download",
    "embed", "transcript", "view photos", "read full article", "story highlights",
    "full coverage", "real-time coverage", "opinion", "in-depth", "highly cited",
    "from around the web", "sponsored stories", "ad choices", "by taboola", "by outbrain",
}  # fmt: skip
_LINE = re.compile(
    "|".join(
        (
            # players and counters
            r"\d{1,2}:\d\d(?::\d\d)?(?:\s*/\s*\d{1,2}:\d\d(?::\d\d)?)?",
            r"[\d.,]+\s*[kKmM]?\s*(?:shares?|comments?|views?|likes?|retweets?|replies|"
            r"votes?|reactions?)",
            r"\d{1,5}",
            r"(?:[a-z_]*\s?)?\d+\s?(?:min(?:ute)?s?)\s+(?:read|to read|watch|listen)",
            r"(?:chapters|descriptions off|captions off|subtitles off|current time|"
            r"duration time|remaining time|playback rate|stream type live).*",
            # page stamps: share word, date, section
            r"(?:twitter|facebook|email|share|print|linkedin|whatsapp)(?:[\s|,/•·]+(?:twitter|"
            r"facebook|e-?mail|share|print|linkedin|whatsapp|reddit|pinterest|google\+?|"
            r"save|more|copy link|tweet|flipboard|tumblr|messenger|sms))+",
            r"(?:twitter|facebook|email|share|print)\s+date\b.{0,60}",
            # asking the reader to do something
            r"(?:please\s+)?(?:follow|like|join|find|connect with)\s+(?:us|him|her|them|@\w+|"
            r"[A-Z][\w.]+(?:\s+[A-Z][\w.]+){0,4})\s+(?:and\s+.{0,30}\s+)?(?:on|at|@)\b.{0,160}",
            r"(?:follow|like) (?:us|him|her|them)\b.{0,160}",
            r"(?:(?:click|tap)\s+(?:here|to|the|on)|(?:please\s+)?(?:sign|log)\s+(?:up|in)\b"
            r"|subscribe\b|register\b|get (?:the|our|all|breaking|daily|unlimited|email|push)\b)"
            r"(?=.{0,200}\b(?:newsletters?|inbox|in-box|here|account|alerts?|subscription|"
            r"app|emails?|updates?|notifications?|video|watch|read|listen|share|comment|"
            r"podcasts?)\b).{0,240}",
            r"(?:enter|provide) (?:your )?(?:e-?mail|city|zip).{0,120}",
            r"(?:download|get) (?:the|our) .{0,40}\bapp\b.{0,80}",
            r"(?:contact|e-?mail|reach|write to|tweet)\b[^.!?]{0,80}\S+@\S+\.\w+.{0,60}",
            r"(?:have|got) (?:a|any) (?:story|news|tip|question|comment)\b.{0,160}",
            # links to other texts
            r"(?:read|see|watch|hear|listen|more|also|related|recommended|don.t miss|"
            r"must read|in pictures|in photos|photos|video|gallery|from the archives?"
            r"|what to (?:read|know)|go deeper|trending)(?:\s+\w+){0,3}\s*:\s*\S.{0,180}",
            r"(?:read|see|watch) (?:more|also|next|full|the full)\b.{0,120}",
            r"(?:related|more|most|other|latest|recommended|popular|trending|top)\s+"
            r"(?:\w+\s+){0,2}(?:stories|articles|coverage|headlines|links|content|videos?|"
            r"posts|reading|topics|reads?)(?:\s+\w+){0,4}\s*:?",
            r"(?:read )?more (?:from|on|about|in)\b.{0,60}:?",
            # law and policy
            r"(?:©|\(c\)|copyright\s*(?:©|\(c\)|\d{4}|[A-Z])).{0,300}",
            r".{0,80}\ball rights reserved\b.{0,260}",
            r"this (?:material|content|story|article|copy) may not be\b.{0,200}",
            r"(?:we|this (?:site|website)|our (?:site|website)) uses? cookies\b.{0,300}",
            r"(?:by (?:using|continuing|clicking|signing)|we and our partners|accept (?:all )?"
            r"cookies|manage (?:cookies|preferences)).{0,300}",
            r"(?:the )?(?:views|opinions) expressed\b.{0,300}",
            r"these are external links\b.{0,60}",
            r"(?:disclaimer|editor.s note)\s*:.{0,400}",
            r"(?:this (?:is a )?developing story|this (?:story|article) (?:is developing|will be"
            r" updated|has been updated|was updated|originally appeared))\b.{0,160}",
            r"(?:sent|posted) from my\b.{0,40}",
            r"(?:media playback is (?:not supported|unsupported)|your browser does not|"
            r"please enable javascript|javascript is (?:disabled|required)).{0,160}",
            r"(?:tap|click|press) here\b.{0,160}",
            r"(?:be the first to know|never miss (?:a|an|another) .{0,40}|don.t miss (?:a|an|"
            r"out|another) .{0,40}|choose the plan\b.{0,60}|(?:digital|print) access\b.{0,80}"
            r"|sign me up|sign up (?:now|today|here|for free)|already a subscriber\b.{0,80}"
            r"|(?:start|try) .{0,20}free trial.{0,40}|support (?:our|independent|local) "
            r"journalism.{0,120}|thank you for (?:reading|signing|subscribing|registering)"
            r".{0,120}|you have successfully (?:subscribed|signed|registered).{0,80}|"
            r"(?:today.s|breaking|daily|morning|evening|top) (?:news |headlines? ?)+(?:emails?|"
            r"newsletters?|alerts?|in your inbox|briefing)?|purchase: ?order reprint|"
            r"order reprints?|scroll to top.{0,20}|to find out more about facebook.{0,120}|"
            r"read or share this story.{0,80}|share on \w+(?: share on \w+)*|mail icon|"
            r"e-?mail the author|must watch|show chapters|edition|related\W*|file photo|"
            r"(?:image |photo |slide )?\d{1,3} (?:of|/) \d{1,3}|modal trigger|just watched|"
            r"cancel ?send|post to facebook|go to permalink|story continued? below|"
            r"(?:twitter|facebook)\s?[\d,]+ (?:re)?(?:tweets?|shares?|likes?)|"
            r"(?:(?:connect|tweet|linkedin|comments?|e?-?mail|more|facebook|twitter|google\+?|"
            r"pinterest|print|whatsapp|reddit|\d+)\s?)+|"
            r"(?:\w+ )?interpretation of the news based on.{0,160}|[\w ]{2,30}•|\(\d{5}\)|tonight)",
            # pictures and players that left their names behind
            r"[\w .,()-]{1,80}\.(?:jpe?g|png|gif|webp|mp4|mp3)",
            r".{3,140}\s\d{1,2}:\d\d",
            r"[A-Z][a-z]{2}\.\d{1,2}\.(?:19|20)\d\d ?\d\d:\d\d",
            r".{0,80}\bhigh \d{1,3}\s?[FC]\b.{0,80}|.{0,80}\blow (?:near|around) \d{1,3}\s?[FC]\b"
            r".{0,80}",
            r"(?:you are signed in as|your weather is set to|accuweather)\b.{0,120}",
        )
    ),
    re.IGNORECASE | re.DOTALL,
)
_STRIP = " \t|•·»›«‹>-–—_*#:;,.…\u00a0▶►▼▲+"
_SIGN_LINE = re.compile(r"(?:[^\w\"'“”‘’]|_)+")
# Words of offers to the reader; in a report they come with somebody who says them.
_OFFER = re.compile(
    r"\b(?:subscri(?:be|ption|ber)s?|newsletters?|in-?box|digital access|"
    r"(?:push|desktop|email|browser) notifications?|(?:news|email) alerts?|free trial|"
    r"letter to the editor|letters@|breaking news (?:alerts?|emails?)|"
    r"top stories delivered|delivered (?:every|each|daily|weekday|to your))\b",
    re.IGNORECASE,
)
_TO_READER = re.compile(
    r"\b(?:you|your|you.ll|our|us)\b|^(?:get|subscribe|submit|sign up)\b"
    r"|\bdelivered (?:every|each|daily|weekday)\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"[\"“”]|\b(?:said|says|told|according)\b")
_RELATED_HEAD = re.compile(
    r"(?:related|recommended|trending|most (?:popular|read|viewed)|read (?:more|next)|more "
    r"(?:from|on|stories|news|coverage|like this)|you (?:may|might) (?:also )?like|also "
    r"(?:read|on|see)|see also|top stories|latest (?:news|stories)|popular|don.t miss|"
    r"editors?.? picks?|up next|what to read next|from around the web|in other news|"
    r"sponsored (?:stories|links)|other stories)\b.{0,60}",
    re.IGNORECASE,
)
_MASTHEAD = re.compile(
    r"The (?:[A-Z][\w'’-]+ ){0,3}(?:Times|Post|Globe|Herald|Tribune|Journal|Gazette|News|"
    r"Chronicle|Guardian|Telegraph|Observer|Star|Sun|Mail|Independent|Courier|Examiner|"
    r"Register|Dispatch|Sentinel|Inquirer|Record|Standard|Mercury|Echo|Argus|Bulletin|"
    r"Review|Advertiser|Enquirer|Press|Monitor|Republic|Economist|Atlantic|New Yorker)"
)
_LINK_TAIL = re.compile(r"\s(?:»|›|→|>>?)$")
_URL_LINE = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S+", re.IGNORECASE)


def is_boilerplate(text: str) -> bool:
    """Whether a paragraph is page furniture by its words alone, wherever it stands."""
    line = " ".join(text.split())
    if len(line) > 600:
        return False
    if _SIGN_LINE.fullmatch(line):
        return True
    bare = line.strip(_STRIP).casefold().replace("’", "'")
    if bare in _WORDS:
        return True
    if _URL_LINE.fullmatch(line):
        return True
    if _LINE.fullmatch(line.strip("[]*_ ").rstrip(".!: ")) is not None:
        return True
    return (
        len(line) < 320
        and _OFFER.search(line) is not None
        and _TO_READER.search(line) is not None
        and _SAID.search(line) is None
    )


def is_masthead(text: str) -> bool:
    """Whether a line is a newspaper's title ("The Ellery Post")."""
    return _MASTHEAD.fullmatch(text.strip()) is not None


def opens_links(text: str) -> bool:
    """Whether a short line announces links to other texts ("Related stories")."""
    line = text.strip().rstrip(":")
    return len(line.split()) <= 8 and _RELATED_HEAD.fullmatch(line) is not None


def is_link_line(text: str) -> bool:
    """Whether a line ends as a link to another text does ("... impasse »")."""
    return len(text.split()) <= 25 and _LINK_TAIL.search(text) is not None
