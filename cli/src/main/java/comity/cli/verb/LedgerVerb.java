package comity.cli.verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `comity ledger`: checks of ledgers and proofs, which need no node's help and no token.
@Command(
        name = "ledger",
        subcommands = {LedgerVerifyVerb.class, LedgerProveVerb.class, LedgerTailVerb.class, LedgerCompareVerb.class})
final class LedgerVerb implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "");
    }
}
