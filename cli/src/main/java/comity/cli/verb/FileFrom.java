package comity.cli.verb;

import comity.cli.file.RequestFile;
import comity.cli.file.RequestFileReader;
import comity.cli.file.Unreadable;
import picocli.CommandLine.Parameters;

/// The request file that a command reads.
final class FileFrom {
    @Parameters(index = "0", paramLabel = "FILE")
    private String name = "";

    String name() {
        return name;
    }

    RequestFile read(Surroundings surroundings) {
        return read(name, surroundings);
    }

    static RequestFile read(String name, Surroundings surroundings) {
        try {
            return RequestFileReader.read(name, surroundings.in());
        } catch (Unreadable e) {
            throw new UsageFault(e.key(), name, String.valueOf(e.line()));
        }
    }
}
