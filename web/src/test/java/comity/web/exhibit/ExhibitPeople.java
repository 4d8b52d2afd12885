package comity.web.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Role;
import comity.kernel.Utf8;
import comity.web.exhibit.Visitor.Sent;
import comity.web.rest.ExhibitNodes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/// The authority that hands over and the one that asked, each at the pages of its node.
final class ExhibitPeople {
    private static final Pattern REFERENCE = Pattern.compile("/exhibits/(X[A-Z]\\.EVD\\.\\d{4}\\.\\d{6}-.)");

    final ExhibitNodes nodes = new ExhibitNodes();
    final Visitor authority = Visitor.signedIn(nodes.holding(Role.CENTRAL_AUTHORITY));

    /// What a person writes who begins an exhibit.
    static Map<String, String> wish() {
        return Map.of(
                "/title",
                "bucket-ward9 logs",
                "/order/reference",
                "XB 12/2027",
                "/order/article",
                "unc.44",
                "/order/item",
                "item 1",
                "/order/conditions",
                "Only for this case.",
                "/sensitive",
                "no");
    }

    /// The same with one field changed.
    static Map<String, String> with(String field, String value) {
        Map<String, String> changed = new HashMap<>(wish());
        changed.put(field, value);
        return changed;
    }

    /// Begins an exhibit on the pages; gives its address.
    String begun(Visitor who, Map<String, String> wish) {
        String request = nodes.held();
        who.get("/requests/" + request + "/exhibits/new");
        assertThat(who.status).isEqualTo(200);
        who.submit("/requests/" + request + "/exhibits/new", wish);
        Matcher reference = REFERENCE.matcher(who.path);
        assertThat(reference.find()).as(who.words()).isTrue();
        return "/exhibits/" + reference.group(1);
    }

    /// An exhibit of these files that the authority has handed over; gives its address.
    String handedOver(Map<String, String> wish, Sent... files) {
        String exhibit = begun(authority, wish);
        authority.send(exhibit + "/files", Map.of("sha256", ""), List.of(files));
        authority.get(exhibit + "/hand-over");
        authority.submit(exhibit + "/hand-over", Map.of());
        assertThat(authority.status).isEqualTo(200);
        return exhibit;
    }

    /// Somebody of the State that asked, who has it whole.
    Visitor receiver(String exhibit) {
        Visitor receiver = Visitor.signedIn(nodes.asking(Role.CENTRAL_AUTHORITY));
        nodes.until(() -> receiver.get(exhibit) == 200 && receiver.words().contains("Received whole"));
        return receiver;
    }

    /// How many bytes a page is on the line.
    static int compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(Utf8.bytes(text));
        }
        return bytes.size();
    }
}
