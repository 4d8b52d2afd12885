package comity.web.preservation;

import comity.kernel.Actor;
import comity.kernel.RequestReference;
import comity.web.Page;
import comity.web.Person;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// Who asks, and for which case; a problem page when either makes no sense.
public final class Signed {
    private Signed() {}

    public static Actor in(Page page) {
        return page.person().map(Person::actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    public static RequestReference reference(String text) {
        return RequestReference.parse(text).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
