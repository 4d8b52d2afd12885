package comity.node.demo;

import comity.node.settings.NodeSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What the demo says when it is up.
final class Welcome {
    private Welcome() {}

    static void print(PrintStream out, Map<DemoNode, List<DemoPerson>> people, Path data) {
        out.println();
        out.println("DRILL – a pretend federation; no real case, no real person.");
        people.forEach((node, persons) -> print(out, node, persons));
        out.println();
        out.println("Kept in " + data + "; start again with --reset to drop it. Ctrl-C stops all three.");
        out.flush();
    }

    private static void print(PrintStream out, DemoNode node, List<DemoPerson> persons) {
        out.println();
        out.printf("  %s  %s%n", node.state(), node.web());
        if (node.part() == NodeSettings.Part.REGISTRY) {
            out.println("      the registry: who is party, whom to call");
        }
        for (DemoPerson person : persons) {
            out.printf("      %-18s %-18s %s%n", person.role().code(), person.signIn(), person.password());
        }
    }
}
