package comity.ledger.note;

import comity.kernel.Utf8;

/// What a key may be called: some characters, without spaces of any script and without a plus sign. In
/// UTF-8 it is not longer than one byte can count, because cosigners sign it behind its length.
final class KeyName {
    private static final int LONGEST = 255;

    private KeyName() {}

    static boolean isGood(String name) {
        return !name.isEmpty()
                && Utf8.bytes(name).length <= LONGEST
                && name.codePoints().noneMatch(KeyName::isForbidden);
    }

    private static boolean isForbidden(int codePoint) {
        return codePoint == '+'
                || Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint);
    }
}
