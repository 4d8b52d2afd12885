package comity.api.contract;

/// The paths of version 1. `{request}` is the reference of a request, `{exhibit}` that of an exhibit.
public final class Paths {
    public static final String ROOT = "/api/v1";
    public static final String REQUESTS = ROOT + "/requests";
    public static final String REQUEST = REQUESTS + "/{request}";
    public static final String DRAFT = REQUEST + "/draft";
    public static final String TIMELINE = REQUEST + "/timeline";
    public static final String LETTERS = REQUEST + "/letters";
    public static final String NOTES = REQUEST + "/notes";

    public static final String SEND = REQUEST + "/send";
    public static final String ANSWER = REQUEST + "/answer";
    public static final String CHOOSE_RISK = REQUEST + "/choose-risk";
    public static final String ASK_EXTENSION = REQUEST + "/ask-extension";
    public static final String LINK_MLA = REQUEST + "/link-mla";
    public static final String WITHDRAW = REQUEST + "/withdraw";

    public static final String TAKE = REQUEST + "/take";
    public static final String ACKNOWLEDGE = REQUEST + "/acknowledge";
    public static final String ASSESS = REQUEST + "/assess";
    public static final String ASK_MORE = REQUEST + "/ask-more";
    public static final String NOTICE_RISK = REQUEST + "/notice-risk";
    public static final String CONSULT = REQUEST + "/consult";
    public static final String REFUSE = REQUEST + "/refuse";
    public static final String ORDER = REQUEST + "/order";
    public static final String RENEW_ORDER = REQUEST + "/renew-order";
    public static final String PRESERVE = REQUEST + "/preserve";
    public static final String ANSWER_EXTENSION = REQUEST + "/answer-extension";
    public static final String HOLD = REQUEST + "/hold";
    public static final String RELEASE = REQUEST + "/release";

    public static final String EMERGENCIES = ROOT + "/emergencies";
    public static final String EMERGENCY = EMERGENCIES + "/{request}";
    public static final String EMERGENCY_DRAFT = EMERGENCY + "/draft";
    public static final String EMERGENCY_TIMELINE = EMERGENCY + "/timeline";
    public static final String EMERGENCY_LETTERS = EMERGENCY + "/letters";
    public static final String SEND_EMERGENCY = EMERGENCY + "/send";
    public static final String WITHDRAW_EMERGENCY = EMERGENCY + "/withdraw";
    public static final String ACKNOWLEDGE_EMERGENCY = EMERGENCY + "/acknowledge";
    public static final String ACCEPT_EMERGENCY = EMERGENCY + "/accept";
    public static final String KEEP_EMERGENCY = EMERGENCY + "/keep";
    public static final String DECLINE_EMERGENCY = EMERGENCY + "/decline";
    public static final String REVIEW_EMERGENCY = EMERGENCY + "/review";

    public static final String EXHIBITS = REQUEST + "/exhibits";
    public static final String EXHIBIT = ROOT + "/exhibits/{exhibit}";
    public static final String HAND_OVER = EXHIBIT + "/hand-over";
    public static final String WITHDRAW_OFFER = EXHIBIT + "/withdraw";
    public static final String CHECK_EXHIBIT = EXHIBIT + "/check";
    public static final String FETCH_AGAIN = EXHIBIT + "/fetch-again";
    public static final String OPEN_EXHIBIT = EXHIBIT + "/open";
    public static final String PUT_AWAY = EXHIBIT + "/put-away";
    public static final String NOTE_CUSTODY = EXHIBIT + "/note";
    public static final String DESTROY_EXHIBIT = EXHIBIT + "/destroy";
    public static final String LIST_REMAINDER = EXHIBIT + "/list-remainder";
    public static final String REMAINDER = EXHIBIT + "/remainders/{number}";
    public static final String REMOVE_FILE = EXHIBIT + "/remove-file";
    /// Files come in here by tus 1.0, which is not JSON and so no [Operation].
    public static final String UPLOADS = EXHIBIT + "/uploads";

    public static final String UPLOAD = UPLOADS + "/{upload}";

    public static final String LINT = ROOT + "/lint";
    public static final String LINT_EMERGENCY = LINT + "/emergency";
    public static final String FORM = ROOT + "/forms/preservation";
    public static final String EMERGENCY_FORM = ROOT + "/forms/emergency";
    public static final String INBOX = ROOT + "/inbox";
    public static final String DIRECTORY = ROOT + "/directory";
    public static final String DIRECTORY_ENTRY = DIRECTORY + "/{state}";
    public static final String CHECKPOINT = ROOT + "/ledger/checkpoint";
    public static final String INCLUSION = ROOT + "/ledger/leaves/{index}";
    public static final String CONSISTENCY = ROOT + "/ledger/consistency";
    public static final String LAW_STATUS = ROOT + "/law/status";
    public static final String LAW_WHAT_IF = ROOT + "/law/what-if";
    public static final String LAW_BASIS = ROOT + "/law/basis";
    public static final String LAW_ELIGIBILITY = ROOT + "/law/eligibility";
    public static final String LAW_MATCH = ROOT + "/law/match";
    public static final String LAW_CHECK = ROOT + "/law/check";
    public static final String LAW_REGISTER = ROOT + "/law/register";
    public static final String LAW_IMPORTS = ROOT + "/law/imports";
    public static final String LAW_OFFENCES = ROOT + "/law/offences/{state}";
    public static final String LAW_BOOK = ROOT + "/law/offences/{state}/book";
    public static final String VERIFY = ROOT + "/verify";
    public static final String NODE = ROOT + "/node";
    public static final String CALLER = ROOT + "/caller";

    private Paths() {}
}
