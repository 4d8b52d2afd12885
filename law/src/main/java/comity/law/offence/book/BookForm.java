package comity.law.offence.book;

/// In which form a book is written.
public enum BookForm {
    JSON,
    CSV
}
