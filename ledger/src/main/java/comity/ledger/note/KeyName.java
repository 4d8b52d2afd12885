package comity.ledger.note;

/// What a key may be called: some characters, without spaces of any script and without a plus sign.
final class KeyName {
    private static final int LONGEST = 255;

    private KeyName() {}

    static boolean isGood(String name) {
        return !name.isEmpty() && name.length() <= LONGEST && name.codePoints().noneMatch(KeyName::isForbidden);
    }

    private static boolean isForbidden(int codePoint) {
        return codePoint == '+'
                || Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint);
    }
}
