package comity.cli.verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `comity ledger`: checks of ledgers and proofs. Only those that compare with a node's own records ask
/// a node.
@Command(
        name = "ledger",
        subcommands = {
            LedgerVerifyVerb.class,
            LedgerProveVerb.class,
            LedgerTailVerb.class,
            LedgerCompareVerb.class,
            LedgerAuditVerb.class,
            LedgerLettersVerb.class
        })
final class LedgerVerb implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "");
    }
}
