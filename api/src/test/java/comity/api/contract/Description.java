package comity.api.contract;

import static comity.api.contract.Schemas.ordered;

import comity.api.Headers;
import comity.api.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Writes the OpenAPI 3.1 description out of [Operation], the records, their comments and the examples.
final class Description {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Query LIMIT =
            new Query("limit", "How many lines, from 1 to 200; 50 when left out.", List.of());
    private static final Query CURSOR =
            new Query("cursor", "Where the page begins, as the page before said.", List.of());
    private static final Map<String, List<Query>> QUERIES = Map.ofEntries(
            Map.entry(
                    "LIST_REQUESTS",
                    List.of(
                            new Query("side", "Only one side of the table.", List.of("requesting", "requested")),
                            new Query("state", "Only requests in this state.", List.of()),
                            new Query("with", "Only requests with this State.", List.of()),
                            new Query("text", "Only references that begin so.", List.of()),
                            LIMIT,
                            CURSOR)),
            Map.entry(
                    "LIST_EMERGENCIES",
                    List.of(
                            new Query("waitsFor", "Only those that somebody here must act on.", List.of("us")),
                            LIMIT,
                            CURSOR)),
            Map.entry(
                    "SHOW_INBOX",
                    List.of(
                            new Query("waitsFor", "Whose move it is; `us` when left out.", List.of("us", "them")),
                            LIMIT,
                            CURSOR)),
            Map.entry(
                    "PROVE_INCLUSION",
                    List.of(new Query("size", "The size of the tree; the latest when left out.", List.of()))),
            Map.entry(
                    "SHOW_TREATY",
                    List.of(new Query("asOf", "The day, for example `2027-02-20`; today when left out.", List.of()))),
            Map.entry(
                    "SUPPOSE_DEPOSITS",
                    List.of(new Query(
                            "deposit", "A State and a day, for example `FR=2027-04-20`; may stand often.", List.of()))),
            Map.entry(
                    "LIST_BASES",
                    List.of(
                            new Query("from", "The State that would ask.", List.of()),
                            new Query("to", "The State that would be asked.", List.of()),
                            new Query("on", "The day; today when left out.", List.of()))),
            Map.entry(
                    "ASK_ELIGIBILITY",
                    List.of(
                            new Query("from", "The State that would ask.", List.of()),
                            new Query("to", "The State that would be asked.", List.of()),
                            new Query("offence", "One of the Convention, for example `unc.10`, or `other`.", List.of()),
                            new Query(
                                    "years",
                                    "For another crime: its longest penalty where it is asked from.",
                                    List.of()),
                            new Query("theirYears", "The same where it is asked.", List.of()),
                            new Query("measure", "What would be asked, for example `stored-data`.", List.of()),
                            new Query("data", "The kind of data.", List.of("subscriber", "traffic", "content")),
                            new Query("on", "The day; today when left out.", List.of()))),
            Map.entry("EXPORT_LAW", List.of(new Query("form", "`json` when left out.", List.of("json", "csv")))),
            Map.entry("EXPORT_REGISTER", List.of(new Query("form", "`json` when left out.", List.of("json", "csv")))),
            Map.entry(
                    "PROVE_CONSISTENCY",
                    List.of(
                            new Query("from", "The size of the smaller tree.", List.of()),
                            new Query("to", "The size of the larger tree; the latest when left out.", List.of()))));
    private static final Map<String, String> PLACES = Map.of(
            "request", "The reference of the request, for example `XA.PRS.2027.000318-W` or `XA.EMG.2027.000004-1`.",
            "exhibit", "The reference of the exhibit, for example `XB.EVD.2027.000001-4`.",
            "number", "The number of the list, from 1.",
            "upload", "The upload, as `Location` named it.",
            "state", "A State's two-letter code, for example `XB`.",
            "index", "The number of a leaf, from 0.");

    private final Comments comments;
    private final Schemas schemas;
    private final JsonNode examples;

    /// @param documents the schema of each kind of document, by its name
    Description(Comments comments, Map<String, Map<String, Object>> documents, JsonNode examples) {
        this.comments = comments;
        this.schemas = new Schemas(comments);
        this.examples = examples;
        documents.forEach(schemas::add);
    }

    /// A word of the query that narrows a call.
    private record Query(String name, String meaning, List<String> words) {}

    Map<String, Object> write() {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Operation operation : Operation.values()) {
            path(paths, operation.path()).put(operation.method().name().toLowerCase(Locale.ROOT), operation(operation));
        }
        UploadPaths.into(path(paths, Paths.UPLOADS), path(paths, Paths.UPLOAD));
        Map<String, Object> problem = schemas.answer(Problem.class);
        return ordered(
                "openapi",
                "3.1.1",
                "info",
                info(),
                "servers",
                List.of(ordered("url", "/", "description", "The node that serves this description.")),
                "security",
                List.of(Map.of("token", List.of())),
                "tags",
                tags(),
                "paths",
                paths,
                "components",
                ordered(
                        "schemas",
                        schemas.all(),
                        "parameters",
                        parameters(),
                        "headers",
                        headers(),
                        "responses",
                        ordered("Problem", problemResponse(problem)),
                        "securitySchemes",
                        ordered(
                                "token",
                                ordered(
                                        "type",
                                        "http",
                                        "scheme",
                                        "bearer",
                                        "description",
                                        "A token of the node. It allows no more than its person may do today."))));
    }

    private static Map<String, Object> info() {
        return ordered(
                "title",
                "Comity",
                "version",
                "1",
                "summary",
                "What a program can ask of a State's node.",
                "description",
                "Everything that people do on the pages, under the same rules. Times are RFC 3339 in UTC. Texts for people"
                        + " come in the language of Accept-Language (ar, zh-Hans, en, fr, ru, es). What is not known is left"
                        + " out. A later node may add names to answers and words to lists; a program passes over what it"
                        + " does not know.",
                "license",
                ordered("name", "Apache-2.0", "identifier", "Apache-2.0"));
    }

    private static List<Map<String, Object>> tags() {
        return List.of(
                ordered("name", "requests", "description", "Drafts, cases, timelines, letters, notes."),
                ordered("name", "requesting", "description", "What the requesting State does after sending."),
                ordered("name", "requested", "description", "What the requested State does."),
                ordered(
                        "name",
                        "emergencies",
                        "description",
                        "Requests for data to avert an emergency (art. 41(3)(e))."),
                ordered("name", "exhibits", "description", "What is handed over, and its custody."),
                ordered("name", "desk", "description", "The duty inbox."),
                ordered("name", "directory", "description", "Whom to call."),
                ordered("name", "law", "description", "Who is bound, by what, and what may be asked."),
                ordered("name", "ledger", "description", "The transparency log and its proofs."),
                ordered("name", "node", "description", "The node itself, and whether a paper is genuine."));
    }

    private static String tag(Operation operation) {
        return switch (operation) {
            case ANSWER, CHOOSE_RISK, ASK_EXTENSION, LINK_MLA, WITHDRAW -> "requesting";
            case TAKE,
                    ACKNOWLEDGE,
                    ASSESS,
                    ASK_MORE,
                    NOTICE_RISK,
                    CONSULT,
                    REFUSE,
                    ORDER,
                    RENEW_ORDER,
                    PRESERVE,
                    ANSWER_EXTENSION,
                    HOLD,
                    RELEASE -> "requested";
            case LIST_EMERGENCIES,
                    START_EMERGENCY,
                    SHOW_EMERGENCY,
                    SAVE_EMERGENCY_DRAFT,
                    SHOW_EMERGENCY_TIMELINE,
                    SHOW_EMERGENCY_LETTERS,
                    SEND_EMERGENCY,
                    WITHDRAW_EMERGENCY,
                    ACKNOWLEDGE_EMERGENCY,
                    ACCEPT_EMERGENCY,
                    KEEP_EMERGENCY,
                    DECLINE_EMERGENCY,
                    REVIEW_EMERGENCY,
                    LINT_EMERGENCY,
                    SHOW_EMERGENCY_FORM -> "emergencies";
            case LIST_EXHIBITS,
                    BEGIN_EXHIBIT,
                    SHOW_EXHIBIT,
                    REMOVE_FILE,
                    LIST_REMAINDER,
                    SHOW_REMAINDER,
                    HAND_OVER,
                    WITHDRAW_OFFER,
                    CHECK_EXHIBIT,
                    FETCH_AGAIN,
                    OPEN_EXHIBIT,
                    PUT_AWAY,
                    NOTE_CUSTODY,
                    DESTROY_EXHIBIT -> "exhibits";
            case SHOW_INBOX -> "desk";
            case LIST_DIRECTORY, SHOW_DIRECTORY_ENTRY -> "directory";
            case SHOW_TREATY,
                    SUPPOSE_DEPOSITS,
                    LIST_BASES,
                    ASK_ELIGIBILITY,
                    MATCH_CONDUCT,
                    SHOW_OFFENCES,
                    EXPORT_LAW,
                    CHECK_LAW,
                    EXPORT_REGISTER,
                    IMPORT_LAW -> "law";
            case SHOW_CHECKPOINT, PROVE_INCLUSION, PROVE_CONSISTENCY -> "ledger";
            case VERIFY, SHOW_NODE, SHOW_CALLER -> "node";
            case LIST_REQUESTS,
                    START_DRAFT,
                    SHOW_REQUEST,
                    READ_DRAFT,
                    SAVE_DRAFT,
                    SHOW_TIMELINE,
                    SHOW_LETTERS,
                    LIST_NOTES,
                    ADD_NOTE,
                    SEND,
                    LINT,
                    SHOW_FORM -> "requests";
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> path(Map<String, Object> paths, String path) {
        return (Map<String, Object>) paths.computeIfAbsent(path, Description::pathWithPlaces);
    }

    private static Map<String, Object> pathWithPlaces(String path) {
        List<Map<String, Object>> places = new ArrayList<>();
        Matcher place = PLACE.matcher(path);
        while (place.find()) {
            places.add(ordered(
                    "name",
                    place.group(1),
                    "in",
                    "path",
                    "required",
                    true,
                    "description",
                    Objects.requireNonNull(PLACES.get(place.group(1))),
                    "schema",
                    ordered("type", "string")));
        }
        return places.isEmpty() ? new LinkedHashMap<>() : ordered("parameters", places);
    }

    private Map<String, Object> operation(Operation operation) {
        String text = comments.of("Operation." + operation.name());
        Map<String, Object> described = ordered(
                "operationId",
                operationId(operation),
                "tags",
                List.of(tag(operation)),
                "summary",
                text.replaceFirst("(?<=[.!?])\\s.*", ""),
                "description",
                text,
                "parameters",
                parameters(operation));
        operation.body().ifPresent(body -> described.put("requestBody", body(body)));
        described.put("responses", responses(operation));
        if (operation.guard() == Operation.Guard.PUBLIC) {
            described.put("security", List.of(Map.of()));
        }
        return described;
    }

    /// `START_DRAFT` is `startDraft`.
    private static String operationId(Operation operation) {
        return Pattern.compile("_(\\w)")
                .matcher(operation.name().toLowerCase(Locale.ROOT))
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    private static List<Map<String, Object>> parameters(Operation operation) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (Query query : QUERIES.getOrDefault(operation.name(), List.of())) {
            Map<String, Object> schema = ordered("type", "string");
            if (!query.words().isEmpty()) {
                schema.put("enum", query.words());
            }
            parameters.add(
                    ordered("name", query.name(), "in", "query", "description", query.meaning(), "schema", schema));
        }
        parameters.add(component("parameters", "AcceptLanguage"));
        parameters.add(component("parameters", "CorrelationId"));
        if (operation.changes()) {
            parameters.add(component("parameters", "IdempotencyKey"));
        }
        switch (operation.guard()) {
            case VERSION_REQUIRED -> parameters.add(component("parameters", "IfMatchRequired"));
            case VERSION_WELCOME -> parameters.add(component("parameters", "IfMatch"));
            case NONE, PUBLIC, REPEATABLE -> {}
        }
        return parameters;
    }

    private static Map<String, Object> component(String kind, String name) {
        return ordered("$ref", "#/components/" + kind + "/" + name);
    }

    private Map<String, Object> body(Class<? extends Record> body) {
        return ordered(
                "required",
                true,
                "content",
                ordered("application/json", ordered("schema", schemas.body(body), "example", example(body))));
    }

    private JsonNode example(Class<? extends Record> record) {
        JsonNode example = examples.path(record.getSimpleName());
        if (example.isMissingNode()) {
            throw new IllegalStateException("examples.json shows no " + record.getSimpleName());
        }
        return example;
    }

    private Map<String, Object> responses(Operation operation) {
        Map<String, Object> headers = ordered("Correlation-Id", component("headers", "CorrelationId"));
        boolean versioned = operation.guard() == Operation.Guard.VERSION_REQUIRED
                || operation.guard() == Operation.Guard.VERSION_WELCOME
                || isStarting(operation)
                || operation == Operation.READ_DRAFT
                || operation == Operation.SHOW_EMERGENCY
                || operation == Operation.SHOW_REQUEST;
        if (versioned) {
            headers.put("ETag", component("headers", "ETag"));
        }
        if (isStarting(operation)) {
            headers.put("Location", component("headers", "Location"));
        }
        if (operation == Operation.LIST_REQUESTS
                || operation == Operation.LIST_EMERGENCIES
                || operation == Operation.SHOW_INBOX) {
            headers.put("Link", component("headers", "Link"));
        }
        if (operation.changes()) {
            headers.put(Headers.REPEATED, component("headers", "Repeated"));
        }
        String status = isStarting(operation) ? "201" : "200";
        return ordered(
                status,
                ordered(
                        "description",
                        status.equals("201") ? "Started." : "What was asked for.",
                        "headers",
                        headers,
                        "content",
                        ordered(
                                "application/json",
                                ordered(
                                        "schema",
                                        schemas.answer(operation.answer()),
                                        "example",
                                        example(operation.answer())))),
                "4XX",
                component("responses", "Problem"),
                "5XX",
                component("responses", "Problem"));
    }

    /// Something new is there afterwards, at an address of its own.
    private static boolean isStarting(Operation operation) {
        return operation == Operation.START_DRAFT
                || operation == Operation.START_EMERGENCY
                || operation == Operation.BEGIN_EXHIBIT;
    }

    private Map<String, Object> problemResponse(Map<String, Object> schema) {
        return ordered(
                "description",
                "Why it was not done (RFC 9457). Nothing has changed, unless the code is outcome-unknown: then ask again"
                        + " under the same Idempotency-Key.",
                "headers",
                ordered(
                        "Correlation-Id",
                        component("headers", "CorrelationId"),
                        "Retry-After",
                        component("headers", "RetryAfter")),
                "content",
                ordered(Problem.MEDIA_TYPE, ordered("schema", schema, "example", example(Problem.class))));
    }

    private static Map<String, Object> parameters() {
        return ordered(
                "AcceptLanguage",
                header("Accept-Language", false, "The languages that the reader knows, best first."),
                "CorrelationId",
                header(Headers.CORRELATION_ID, false, "A word that finds this call in the node's log; sent back."),
                "IdempotencyKey",
                header(
                        Headers.IDEMPOTENCY_KEY,
                        false,
                        "Names this wish for 24 hours: asked again, it gets its first answer and is not done twice."),
                "IfMatch",
                header("If-Match", false, "The entity tag that was seen; when it is not the latest, nothing is done."),
                "IfMatchRequired",
                header("If-Match", true, "The entity tag that was seen; without it nothing is done. `*` means any."));
    }

    private static Map<String, Object> header(String name, boolean required, String meaning) {
        return ordered(
                "name",
                name,
                "in",
                "header",
                "required",
                required,
                "description",
                meaning,
                "schema",
                ordered("type", "string"));
    }

    private static Map<String, Object> headers() {
        return ordered(
                "CorrelationId",
                sent("The word that finds this call in the node's log."),
                "ETag",
                sent("The version, for If-Match."),
                "Location",
                sent("Where the new thing is."),
                "Link",
                sent("The next page, with rel=\"next\" (RFC 8288)."),
                "Repeated",
                sent("`true` when this answer was given before and is only repeated."),
                "RetryAfter",
                sent("How many seconds to wait before asking again."));
    }

    private static Map<String, Object> sent(String meaning) {
        return ordered("description", meaning, "schema", ordered("type", "string"));
    }
}
