package comity.web.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Language;
import comity.kernel.Role;
import comity.web.exhibit.Visitor.Sent;
import comity.web.rest.ExhibitNodes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What has come of a file that is not whole, on the page of its exhibit.
class UnfinishedUploadPagesTest {
    private final ExhibitPeople people = new ExhibitPeople();
    private final ExhibitNodes nodes = people.nodes;
    private final Visitor authority = people.authority;

    @Nested
    class An_upload_that_is_not_whole {
        private static final byte[] FILE = new byte[10_000];

        private final String exhibit = people.begun(authority, ExhibitPeople.wish());
        private final String reference = exhibit.substring("/exhibits/".length());
        private final String upload = nodes.beginUpload(authority.script(), reference, "disk & 1.img", FILE, 4_000);
        private final String form = exhibit + "/uploads/" + upload.substring(upload.lastIndexOf('/') + 1) + "/give-up";

        @Test
        void stands_on_the_page_and_is_given_up_by_a_form() {
            authority.get(exhibit);
            assertThat(authority.words())
                    .contains("Not whole yet")
                    .contains("disk & 1.img")
                    .contains("4,000 of 10,000 bytes")
                    .contains("No file has been taken in yet.");
            assertThat(authority.body).contains("action=\"" + form + "\"");
            authority.submit(form, Map.of());
            assertThat(authority.status).isEqualTo(200);
            assertThat(authority.words())
                    .contains("The upload is given up. What had come of it is thrown away.")
                    .doesNotContain("Not whole yet");
            assertThat(authority.submit(form, Map.of())).isEqualTo(409);
            assertThat(authority.words()).contains("There is nothing to give up any more");
        }

        @Test
        void is_its_persons_alone() {
            Visitor other = Visitor.signedIn(nodes.holding(Role.CENTRAL_AUTHORITY));
            other.get(exhibit);
            assertThat(other.words()).doesNotContain("Not whole yet");
            assertThat(other.submit(form, Map.of())).isEqualTo(409);
            authority.get(exhibit);
            assertThat(authority.words()).contains("4,000 of 10,000 bytes");
        }

        @Test
        void is_not_given_up_while_more_of_it_comes() {
            authority.get(exhibit);
            nodes.whileMoreComes(authority.script(), upload, 4_000, () -> authority.submit(form, Map.of()));
            assertThat(authority.status).isEqualTo(409);
            assertThat(authority.words())
                    .contains("The file is coming in at this moment.")
                    .contains("Not whole yet");
        }

        @Test
        void stands_there_still_when_the_exhibit_was_handed_over_without_it() {
            authority.send(exhibit + "/files", Map.of("sha256", ""), List.of(Sent.text("a.txt", "x")));
            authority.get(exhibit + "/hand-over");
            authority.submit(exhibit + "/hand-over", Map.of());
            assertThat(authority.words()).contains("Not whole yet");
            authority.submit(form, Map.of());
            assertThat(authority.words()).contains("The upload is given up.").doesNotContain("Not whole yet");
        }

        @Test
        void is_told_of_in_each_of_the_six_languages() {
            for (Language language : Language.values()) {
                Visitor reader = Visitor.signedIn(nodes.holding(Role.CENTRAL_AUTHORITY, language));
                reader.get(exhibit);
                nodes.beginUpload(reader.script(), reference, "b.img", FILE, 4_000);
                reader.get(exhibit);
                assertThat(reader.body)
                        .contains("b.img")
                        .contains("/give-up\"")
                        .doesNotContainPattern("\\[[a-z-]+\\.[a-z.-]+]");
                assertThat(reader.submit(form, Map.of())).isEqualTo(409);
                assertThat(reader.body).doesNotContainPattern("\\[[a-z-]+\\.[a-z.-]+]");
            }
        }
    }
}
