package comity.api.contract;

import comity.api.act.Acknowledge;
import comity.api.act.Answer;
import comity.api.act.AnswerExtension;
import comity.api.act.AskExtension;
import comity.api.act.AskMore;
import comity.api.act.Assess;
import comity.api.act.ChooseRisk;
import comity.api.act.Consult;
import comity.api.act.Hold;
import comity.api.act.LinkMla;
import comity.api.act.NoticeRisk;
import comity.api.act.Order;
import comity.api.act.Preserve;
import comity.api.act.Refuse;
import comity.api.act.Release;
import comity.api.act.RenewOrder;
import comity.api.act.Send;
import comity.api.act.Take;
import comity.api.act.Withdraw;
import comity.api.desk.Inbox;
import comity.api.directory.DirectoryEntry;
import comity.api.directory.DirectoryList;
import comity.api.emergency.AcceptEmergency;
import comity.api.emergency.AcknowledgeEmergency;
import comity.api.emergency.DeclineEmergency;
import comity.api.emergency.EmergencyDetail;
import comity.api.emergency.EmergencyList;
import comity.api.emergency.KeepEmergency;
import comity.api.emergency.LintEmergency;
import comity.api.emergency.NewEmergency;
import comity.api.emergency.ReviewEmergency;
import comity.api.emergency.SavedEmergency;
import comity.api.emergency.SendEmergency;
import comity.api.emergency.WithdrawEmergency;
import comity.api.exhibit.CheckExhibit;
import comity.api.exhibit.DestroyExhibit;
import comity.api.exhibit.ExhibitDetail;
import comity.api.exhibit.ExhibitList;
import comity.api.exhibit.FetchAgain;
import comity.api.exhibit.HandOver;
import comity.api.exhibit.ListRemainder;
import comity.api.exhibit.NewExhibit;
import comity.api.exhibit.NoteCustody;
import comity.api.exhibit.OpenExhibit;
import comity.api.exhibit.PutAway;
import comity.api.exhibit.Remainder;
import comity.api.exhibit.RemoveFile;
import comity.api.exhibit.WithdrawOffer;
import comity.api.law.BasisList;
import comity.api.law.CheckLaw;
import comity.api.law.EligibilityAnswer;
import comity.api.law.ImportLaw;
import comity.api.law.LawBook;
import comity.api.law.LawCheck;
import comity.api.law.LawMatch;
import comity.api.law.MatchCall;
import comity.api.law.ProposedChange;
import comity.api.law.RegisterFile;
import comity.api.law.StateOffences;
import comity.api.law.TreatyTable;
import comity.api.ledger.Checkpoint;
import comity.api.ledger.ConsistencyProof;
import comity.api.ledger.InclusionProof;
import comity.api.node.Caller;
import comity.api.node.NodeHealth;
import comity.api.node.Paper;
import comity.api.node.Verdict;
import comity.api.request.Draft;
import comity.api.request.Letters;
import comity.api.request.LintCall;
import comity.api.request.NewNote;
import comity.api.request.NewRequest;
import comity.api.request.Notes;
import comity.api.request.Reading;
import comity.api.request.RequestDetail;
import comity.api.request.RequestForm;
import comity.api.request.RequestList;
import comity.api.request.SavedDocument;
import comity.api.request.Timeline;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that can be asked of a node. The comment of each is what the published description says of it.
public enum Operation {
    /// Lists requests, the newest first. Narrow it with `side`, `state`, `with` (the other State) and `text`;
    /// `limit` is at most 200.
    LIST_REQUESTS(Method.GET, Paths.REQUESTS, null, RequestList.class, Guard.NONE),
    /// Starts a draft. Nothing leaves the node.
    START_DRAFT(Method.POST, Paths.REQUESTS, NewRequest.class, Draft.class, Guard.NONE),
    /// Shows a request that was sent or has come in, or an own draft. Every look is recorded for oversight.
    SHOW_REQUEST(Method.GET, Paths.REQUEST, null, RequestDetail.class, Guard.NONE),
    /// Shows a draft as it was typed, with everything that is wrong or missing.
    READ_DRAFT(Method.GET, Paths.DRAFT, null, Draft.class, Guard.NONE),
    /// Saves a draft as it is, complete or not; nothing typed is lost because it is wrong.
    SAVE_DRAFT(Method.PUT, Paths.DRAFT, SavedDocument.class, Draft.class, Guard.VERSION_REQUIRED),
    /// What happened to the request, with ledger places.
    SHOW_TIMELINE(Method.GET, Paths.TIMELINE, null, Timeline.class, Guard.NONE),
    /// The letters of the request and their receipts.
    SHOW_LETTERS(Method.GET, Paths.LETTERS, null, Letters.class, Guard.NONE),
    /// Notes among colleagues. They never leave this node.
    LIST_NOTES(Method.GET, Paths.NOTES, null, Notes.class, Guard.NONE),
    /// Adds a note among colleagues.
    ADD_NOTE(Method.POST, Paths.NOTES, NewNote.class, Notes.class, Guard.NONE),

    /// Requesting State: signs the draft and hands it to the courier.
    SEND(Method.POST, Paths.SEND, Send.class, RequestDetail.class, Guard.VERSION_REQUIRED),
    /// Requesting State: gives what was asked for; the clock runs on.
    ANSWER(Method.POST, Paths.ANSWER, Answer.class, RequestDetail.class, Guard.VERSION_WELCOME),
    /// Requesting State: decides after a warning (art. 42(7)).
    CHOOSE_RISK(Method.POST, Paths.CHOOSE_RISK, ChooseRisk.class, RequestDetail.class, Guard.VERSION_WELCOME),
    /// Requesting State: asks that the data be kept longer.
    ASK_EXTENSION(Method.POST, Paths.ASK_EXTENSION, AskExtension.class, RequestDetail.class, Guard.VERSION_WELCOME),
    /// Requesting State: links the request for mutual legal assistance.
    LINK_MLA(Method.POST, Paths.LINK_MLA, LinkMla.class, RequestDetail.class, Guard.VERSION_WELCOME),
    /// Requesting State: takes the request back.
    WITHDRAW(Method.POST, Paths.WITHDRAW, Withdraw.class, RequestDetail.class, Guard.VERSION_WELCOME),

    /// Requested State: the caller takes the case as theirs. No letter is sent.
    TAKE(Method.POST, Paths.TAKE, Take.class, RequestDetail.class, Guard.VERSION_WELCOME),
    /// Requested State: a person has seen it.
    ACKNOWLEDGE(Method.POST, Paths.ACKNOWLEDGE, Acknowledge.class, RequestDetail.class, Guard.VERSION_WELCOME),
    /// Requested State: keeps what a person judged. It stays in this node.
    ASSESS(Method.POST, Paths.ASSESS, Assess.class, RequestDetail.class, Guard.VERSION_WELCOME),
    /// Requested State: asks for more; the clock pauses.
    ASK_MORE(Method.POST, Paths.ASK_MORE, AskMore.class, RequestDetail.class, Guard.VERSION_WELCOME),
    /// Requested State: warns that preservation may not work (art. 42(7)).
    NOTICE_RISK(Method.POST, Paths.NOTICE_RISK, NoticeRisk.class, RequestDetail.class, Guard.VERSION_WELCOME),
    /// Requested State: consults before refusing.
    CONSULT(Method.POST, Paths.CONSULT, Consult.class, RequestDetail.class, Guard.VERSION_WELCOME),
    /// Requested State: refuses, with ground and reasons (art. 42(5) and (6)).
    REFUSE(Method.POST, Paths.REFUSE, Refuse.class, RequestDetail.class, Guard.VERSION_WELCOME),
    /// Requested State: records its domestic order.
    ORDER(Method.POST, Paths.ORDER, Order.class, RequestDetail.class, Guard.VERSION_WELCOME),
    /// Requested State: records that the domestic order was renewed.
    RENEW_ORDER(Method.POST, Paths.RENEW_ORDER, RenewOrder.class, RequestDetail.class, Guard.VERSION_WELCOME),
    /// Requested State: reports what is kept; the term starts.
    PRESERVE(Method.POST, Paths.PRESERVE, Preserve.class, RequestDetail.class, Guard.VERSION_WELCOME),
    /// Requested State: grants or refuses more time.
    ANSWER_EXTENSION(
            Method.POST, Paths.ANSWER_EXTENSION, AnswerExtension.class, RequestDetail.class, Guard.VERSION_WELCOME),
    /// Requested State: keeps the data until the request for mutual legal assistance is decided.
    HOLD(Method.POST, Paths.HOLD, Hold.class, RequestDetail.class, Guard.VERSION_WELCOME),
    /// Requested State: ends the preservation.
    RELEASE(Method.POST, Paths.RELEASE, Release.class, RequestDetail.class, Guard.VERSION_WELCOME),

    /// Lists requests for data to avert an emergency, the last changed first. With `waitsFor=us` only those that
    /// somebody here must act on, the next end first; `limit` is at most 200.
    LIST_EMERGENCIES(Method.GET, Paths.EMERGENCIES, null, EmergencyList.class, Guard.NONE),
    /// Starts a draft. Nothing leaves the node.
    START_EMERGENCY(Method.POST, Paths.EMERGENCIES, NewEmergency.class, EmergencyDetail.class, Guard.NONE),
    /// Shows one that was sent or has come in, or a draft. Every look is recorded for oversight.
    SHOW_EMERGENCY(Method.GET, Paths.EMERGENCY, null, EmergencyDetail.class, Guard.NONE),
    /// Saves a draft as it is, complete or not; nothing typed is lost because it is wrong.
    SAVE_EMERGENCY_DRAFT(
            Method.PUT, Paths.EMERGENCY_DRAFT, SavedEmergency.class, EmergencyDetail.class, Guard.VERSION_REQUIRED),
    /// What happened to it, with ledger places.
    SHOW_EMERGENCY_TIMELINE(Method.GET, Paths.EMERGENCY_TIMELINE, null, Timeline.class, Guard.NONE),
    /// Its letters and their receipts.
    SHOW_EMERGENCY_LETTERS(Method.GET, Paths.EMERGENCY_LETTERS, null, Letters.class, Guard.NONE),
    /// Requesting State: signs the draft and hands it to the courier.
    SEND_EMERGENCY(
            Method.POST, Paths.SEND_EMERGENCY, SendEmergency.class, EmergencyDetail.class, Guard.VERSION_REQUIRED),
    /// Requesting State: takes it back; the danger is over, or it was none.
    WITHDRAW_EMERGENCY(
            Method.POST,
            Paths.WITHDRAW_EMERGENCY,
            WithdrawEmergency.class,
            EmergencyDetail.class,
            Guard.VERSION_WELCOME),
    /// Requested State: a person has seen it.
    ACKNOWLEDGE_EMERGENCY(
            Method.POST,
            Paths.ACKNOWLEDGE_EMERGENCY,
            AcknowledgeEmergency.class,
            EmergencyDetail.class,
            Guard.VERSION_WELCOME),
    /// Requested State: gives the data at once. Handing them over is a second act, on an exhibit.
    ACCEPT_EMERGENCY(
            Method.POST, Paths.ACCEPT_EMERGENCY, AcceptEmergency.class, EmergencyDetail.class, Guard.VERSION_WELCOME),
    /// Requested State: keeps the data and gives nothing before an ordinary request comes.
    KEEP_EMERGENCY(
            Method.POST, Paths.KEEP_EMERGENCY, KeepEmergency.class, EmergencyDetail.class, Guard.VERSION_WELCOME),
    /// Requested State: gives nothing.
    DECLINE_EMERGENCY(
            Method.POST, Paths.DECLINE_EMERGENCY, DeclineEmergency.class, EmergencyDetail.class, Guard.VERSION_WELCOME),
    /// Either State: looks again and tells the other what it found.
    REVIEW_EMERGENCY(
            Method.POST, Paths.REVIEW_EMERGENCY, ReviewEmergency.class, EmergencyDetail.class, Guard.VERSION_WELCOME),

    /// The exhibits of a request, the oldest first.
    LIST_EXHIBITS(Method.GET, Paths.EXHIBITS, null, ExhibitList.class, Guard.NONE),
    /// Requested State: begins an exhibit. A request for legal assistance must stand behind it (art. 44), or an
    /// emergency that was accepted (art. 41(3)(e)).
    BEGIN_EXHIBIT(Method.POST, Paths.EXHIBITS, NewExhibit.class, ExhibitDetail.class, Guard.NONE),
    /// An exhibit with its custody. Every look is recorded for oversight.
    SHOW_EXHIBIT(Method.GET, Paths.EXHIBIT, null, ExhibitDetail.class, Guard.NONE),
    /// Requested State: takes a file out again, before sealing.
    REMOVE_FILE(Method.POST, Paths.REMOVE_FILE, RemoveFile.class, ExhibitDetail.class, Guard.NONE),
    /// Requested State: lists what was collected and is not handed over. The list is sealed to this State's own key;
    /// the other State learns its digest and how much is on it.
    LIST_REMAINDER(Method.POST, Paths.LIST_REMAINDER, ListRemainder.class, ExhibitDetail.class, Guard.NONE),
    /// Requested State: opens such a list again. Every look is recorded for oversight.
    SHOW_REMAINDER(Method.GET, Paths.REMAINDER, null, Remainder.class, Guard.NONE),
    /// Requested State: seals the exhibit to the key of the other State and offers it.
    HAND_OVER(Method.POST, Paths.HAND_OVER, HandOver.class, ExhibitDetail.class, Guard.NONE),
    /// Requested State: takes an offer back.
    WITHDRAW_OFFER(Method.POST, Paths.WITHDRAW_OFFER, WithdrawOffer.class, ExhibitDetail.class, Guard.NONE),
    /// Requesting State: compares the exhibit with its seal once more; what comes of it is in the
    /// custody.
    CHECK_EXHIBIT(Method.POST, Paths.CHECK_EXHIBIT, CheckExhibit.class, ExhibitDetail.class, Guard.NONE),
    /// Requesting State: pulls the exhibit anew.
    FETCH_AGAIN(Method.POST, Paths.FETCH_AGAIN, FetchAgain.class, ExhibitDetail.class, Guard.NONE),
    /// Requesting State: opens the seal into a bundle.
    OPEN_EXHIBIT(Method.POST, Paths.OPEN_EXHIBIT, OpenExhibit.class, ExhibitDetail.class, Guard.NONE),
    /// Requesting State: puts away what was opened.
    PUT_AWAY(Method.POST, Paths.PUT_AWAY, PutAway.class, ExhibitDetail.class, Guard.NONE),
    /// Requesting State: notes what was done with the exhibit at home.
    NOTE_CUSTODY(Method.POST, Paths.NOTE_CUSTODY, NoteCustody.class, ExhibitDetail.class, Guard.NONE),
    /// Destroys all of an exhibit that is here; the other State is told, which is the certificate.
    DESTROY_EXHIBIT(Method.POST, Paths.DESTROY_EXHIBIT, DestroyExhibit.class, ExhibitDetail.class, Guard.NONE),

    /// Reads a request file and says everything that is wrong or missing; keeps nothing.
    LINT(Method.POST, Paths.LINT, LintCall.class, Reading.class, Guard.REPEATABLE),
    /// The fields of a preservation request.
    SHOW_FORM(Method.GET, Paths.FORM, null, RequestForm.class, Guard.NONE),
    /// Reads a file with a request for data to avert an emergency and says everything that is wrong or missing; keeps
    /// nothing.
    LINT_EMERGENCY(Method.POST, Paths.LINT_EMERGENCY, LintEmergency.class, Reading.class, Guard.REPEATABLE),
    /// The fields of a request for data to avert an emergency.
    SHOW_EMERGENCY_FORM(Method.GET, Paths.EMERGENCY_FORM, null, RequestForm.class, Guard.NONE),
    /// What waits at this desk, the soonest to breach first.
    SHOW_INBOX(Method.GET, Paths.INBOX, null, Inbox.class, Guard.NONE),
    /// Every State this node knows.
    LIST_DIRECTORY(Method.GET, Paths.DIRECTORY, null, DirectoryList.class, Guard.NONE),
    /// One State.
    SHOW_DIRECTORY_ENTRY(Method.GET, Paths.DIRECTORY_ENTRY, null, DirectoryEntry.class, Guard.NONE),
    /// The ledger's signed head. Anyone may ask.
    SHOW_CHECKPOINT(Method.GET, Paths.CHECKPOINT, null, Checkpoint.class, Guard.PUBLIC),
    /// Shows that a leaf is in the ledger; `size` names the tree, the latest when it is left out. Anyone may
    /// ask.
    PROVE_INCLUSION(Method.GET, Paths.INCLUSION, null, InclusionProof.class, Guard.PUBLIC),
    /// Shows that the tree of `to` leaves only adds to the tree of `from` leaves. Anyone may ask.
    PROVE_CONSISTENCY(Method.GET, Paths.CONSISTENCY, null, ConsistencyProof.class, Guard.PUBLIC),
    /// The status of the Convention on the day `asOf`, today when it is left out. Anyone may ask.
    SHOW_TREATY(Method.GET, Paths.LAW_STATUS, null, TreatyTable.class, Guard.PUBLIC),
    /// The same if States deposited on these days: `deposit=FR=2027-04-20`, as often as needed. Anyone may ask.
    SUPPOSE_DEPOSITS(Method.GET, Paths.LAW_WHAT_IF, null, TreatyTable.class, Guard.PUBLIC),
    /// Which treaties bind the States `from` and `to` towards each other. Anyone may ask.
    LIST_BASES(Method.GET, Paths.LAW_BASIS, null, BasisList.class, Guard.PUBLIC),
    /// Whether `from` may ask `to` for a measure, on which basis, with which contents, grounds and clocks. Anyone
    /// may ask.
    ASK_ELIGIBILITY(Method.GET, Paths.LAW_ELIGIBILITY, null, EligibilityAnswer.class, Guard.PUBLIC),
    /// Lays conduct beside the laws of `from` and `to`, element by element. An opinion with reasons; it decides
    /// nothing. Anyone may ask.
    MATCH_CONDUCT(Method.POST, Paths.LAW_MATCH, MatchCall.class, LawMatch.class, Guard.PUBLIC),
    /// A State's provisions and how they stand to the elements of the offences. Anyone may ask.
    SHOW_OFFENCES(Method.GET, Paths.LAW_OFFENCES, null, StateOffences.class, Guard.PUBLIC),
    /// A State's book of provisions as a file, `form=csv` for a spreadsheet. Anyone may ask.
    EXPORT_LAW(Method.GET, Paths.LAW_BOOK, null, LawBook.class, Guard.PUBLIC),
    /// Reads a book of provisions or a treaty register and says everything that is wrong; keeps nothing. Anyone may
    /// ask.
    CHECK_LAW(Method.POST, Paths.LAW_CHECK, CheckLaw.class, LawCheck.class, Guard.PUBLIC),
    /// The treaty register as a file, `form=csv` for a spreadsheet. Anyone may ask.
    EXPORT_REGISTER(Method.GET, Paths.LAW_REGISTER, null, RegisterFile.class, Guard.PUBLIC),
    /// At the registry: proposes a treaty register or a book of provisions, whole or not at all, and tells the
    /// difference. Another person of the secretariat decides.
    IMPORT_LAW(Method.POST, Paths.LAW_IMPORTS, ImportLaw.class, ProposedChange.class, Guard.NONE),
    /// Says whether a paper is genuine. Anyone may ask, a few times a minute.
    VERIFY(Method.POST, Paths.VERIFY, Paper.class, Verdict.class, Guard.PUBLIC),
    /// How the node is.
    SHOW_NODE(Method.GET, Paths.NODE, null, NodeHealth.class, Guard.NONE),
    /// Who calls, as the node sees it.
    SHOW_CALLER(Method.GET, Paths.CALLER, null, Caller.class, Guard.NONE);

    /// The HTTP method.
    public enum Method {
        GET,
        POST,
        PUT
    }

    /// What protects a call beyond the token.
    public enum Guard {
        /// Nothing more.
        NONE,
        /// No token is needed.
        PUBLIC,
        /// It changes nothing, so it may be asked as often as one likes.
        REPEATABLE,
        /// `If-Match` is looked at when it is there.
        VERSION_WELCOME,
        /// Without `If-Match` nothing is done.
        VERSION_REQUIRED
    }

    private final Method method;
    private final String path;
    private final @Nullable Class<? extends Record> body;
    private final Class<? extends Record> answer;
    private final Guard guard;

    Operation(
            Method method,
            String path,
            @Nullable Class<? extends Record> body,
            Class<? extends Record> answer,
            Guard guard) {
        this.method = method;
        this.path = path;
        this.body = body;
        this.answer = answer;
        this.guard = guard;
    }

    public Method method() {
        return method;
    }

    /// The path with its `{…}` places.
    public String path() {
        return path;
    }

    public Optional<Class<? extends Record>> body() {
        return Optional.ofNullable(body);
    }

    public Class<? extends Record> answer() {
        return answer;
    }

    public Guard guard() {
        return guard;
    }

    /// Whether it changes something, so that an `Idempotency-Key` is honoured.
    public boolean changes() {
        return method != Method.GET && guard != Guard.PUBLIC && guard != Guard.REPEATABLE;
    }

    /// The path with its places filled, in order.
    public String at(String... values) {
        String filled = path;
        for (String value : values) {
            int open = filled.indexOf('{');
            int close = filled.indexOf('}');
            filled = filled.substring(0, open) + encoded(value) + filled.substring(close + 1);
        }
        return filled;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
