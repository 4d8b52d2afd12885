package comity.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import comity.cli.main.Main;
import comity.kernel.Role;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A person at a terminal.
record Desk(OneNode node, Role role, String language) {
    Said says(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Map<String, String> environment = new HashMap<>(
                Map.of("COMITY_NODE", node.address().toString(), "COMITY_TOKEN", node.token(role), "LANG", language));
        int exit = Main.run(
                new PrintWriter(out), new PrintWriter(err), InputStream.nullInputStream(), environment, arguments);
        return new Said(exit, out.toString(), err.toString());
    }

    Desk as(Role other) {
        return new Desk(node, other, language);
    }

    Desk in(String other) {
        return new Desk(node, role, other);
    }

    /// What came back.
    record Said(int exit, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }

        Said well() {
            assertThat(exit).describedAs("%s%n%s", out, err).isZero();
            return this;
        }
    }
}
