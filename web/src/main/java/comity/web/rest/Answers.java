package comity.web.rest;

import comity.kernel.Complaint;
import comity.requests.Outcome;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Answers in JSON, with the version as entity tag where the thing has one.
final class Answers {
    private Answers() {}

    static ResponseEntity<byte[]> of(Call call, Record answer) {
        return building(HttpStatus.OK, call).body(ApiJson.write(answer));
    }

    static ResponseEntity<byte[]> of(Call call, Record answer, long version) {
        return building(HttpStatus.OK, call).eTag(tag(version)).body(ApiJson.write(answer));
    }

    static ResponseEntity<byte[]> created(Call call, Record answer, long version, String location) {
        return building(HttpStatus.CREATED, call)
                .eTag(tag(version))
                .header("Location", location)
                .body(ApiJson.write(answer));
    }

    /// A page of a list; where there is more, a `Link` header says where (RFC 8288).
    static ResponseEntity<byte[]> page(Call call, Record answer, @Nullable String next) {
        ResponseEntity.BodyBuilder building = building(HttpStatus.OK, call);
        if (next != null) {
            building.header("Link", "<" + call.pathWithCursor(next) + ">; rel=\"next\"");
        }
        return building.body(ApiJson.write(answer));
    }

    private static ResponseEntity.BodyBuilder building(HttpStatus status, Call call) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Language", call.language().tag())
                .header("Vary", "Accept-Language");
    }

    private static String tag(long version) {
        return '"' + Long.toString(version) + '"';
    }

    /// What became of an act.
    static <T> ResponseEntity<byte[]> of(
            Call call, Outcome<T> outcome, Function<T, ? extends Record> tell, ToLongFunction<T> version) {
        T now = orProblem(outcome);
        return of(call, tell.apply(now), version.applyAsLong(now));
    }

    /// What is there now; every other outcome ends the call with its problem.
    static <T> T orProblem(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T now) -> now;
            case Outcome.NotAllowed<T>(String ground, List<Complaint> complaints) ->
                throw notAllowed(ground, complaints);
            case Outcome.NotFound<T> _ -> throw ApiProblem.of(404, "not-found");
            case Outcome.Stale<T>(long version) ->
                throw ApiProblem.of(412, "stale", Map.of("version", Long.toString(version)));
            case Outcome.WrongState<T>(String state) -> throw ApiProblem.of(409, "wrong-state", Map.of("state", state));
        };
    }

    private static ApiProblem notAllowed(String ground, List<Complaint> complaints) {
        if (!complaints.isEmpty()) {
            return ApiProblem.wrong(ground, complaints);
        }
        return ground.equals("role")
                ? ApiProblem.of(403, "role")
                : ApiProblem.of(403, "forbidden", Map.of("ground", ground));
    }
}
