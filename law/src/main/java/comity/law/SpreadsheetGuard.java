package comity.law;

/// Keeps a cell from being run as a formula by a spreadsheet. A cell that begins with a sign that spreadsheets take for
/// one is written behind an apostrophe, and so is one that begins with an apostrophe itself; reading takes exactly that
/// apostrophe away again, so that nothing is lost.
public final class SpreadsheetGuard {
    /// The signs a spreadsheet may take for a formula or skip before one; the last four are the wide forms of the
    /// first.
    private static final String DANGEROUS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final char GUARD = '\'';

    private SpreadsheetGuard() {}

    /// A cell as it goes out.
    public static String guarded(String cell) {
        return needsGuard(cell) ? GUARD + cell : cell;
    }

    /// A cell as it came in.
    public static String unguarded(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == GUARD && needsGuard(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean needsGuard(String cell) {
        return !cell.isEmpty() && (cell.charAt(0) == GUARD || DANGEROUS.indexOf(cell.charAt(0)) >= 0);
    }
}
