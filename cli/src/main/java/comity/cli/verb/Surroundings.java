package comity.cli.verb;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/// What a command stands in: its streams, its environment, its clock. Tests bring their own.
///
/// @param out answers
/// @param err everything else
/// @param in the standard input
/// @param environment the variables, by name
/// @param clock this machine's clock and zone
/// @param onTerminal whether a person's terminal is at the other end, so that colours are wanted
public record Surroundings(
        PrintWriter out,
        PrintWriter err,
        InputStream in,
        Map<String, String> environment,
        Clock clock,
        boolean onTerminal) {
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
