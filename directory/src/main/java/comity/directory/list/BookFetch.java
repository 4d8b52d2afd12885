package comity.directory.list;

import comity.directory.Book;
import comity.kernel.OneLine;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Gets a book from the registry, as a patch of the former one where there is one. It is the book when its length and
/// digest are those that the signed list names.
final class BookFetch {
    private static final System.Logger LOG = System.getLogger(BookFetch.class.getName());

    private final RegistryCalls calls;
    private final URI list;

    /// @param list the address of the list; the books are beside it, below `books/`
    BookFetch(RegistryCalls calls, URI list) {
        this.calls = calls;
        this.list = list;
    }

    /// Asks for a book; it may take so long.
    ///
    /// @return empty when the registry does not give it; why not is in the log
    Optional<Book> fetch(Book.Listing wanted, Optional<Book> former, Duration whole) throws InterruptedException {
        try {
            Optional<Book> patched = former.isPresent() ? patched(wanted, former.get(), whole) : Optional.empty();
            return patched.isPresent() ? patched : whole(wanted, whole);
        } catch (IOException e) {
            return refused(wanted, String.valueOf(e.getMessage()));
        }
    }

    private Optional<Book> patched(Book.Listing wanted, Book former, Duration whole)
            throws IOException, InterruptedException {
        RegistryCalls.Answer answer =
                calls.get(RegistryCalls.from(address(wanted), former.digest()), Optional.empty(), Book.LARGEST, whole);
        if (!answer.isGood() || !answer.isPatch()) {
            return answer.isGood() ? checked(wanted, answer.bytes()) : Optional.empty();
        }
        try {
            return checked(wanted, LinePatch.applyToBook(answer.bytes(), former.bytes(), wanted.length()));
        } catch (LinePatch.Unfit e) {
            return refused(wanted, "its patch: " + e.getMessage());
        }
    }

    private Optional<Book> whole(Book.Listing wanted, Duration whole) throws IOException, InterruptedException {
        RegistryCalls.Answer answer = calls.get(address(wanted), Optional.empty(), Book.LARGEST, whole);
        return answer.isGood()
                ? checked(wanted, answer.bytes())
                : refused(wanted, "the registry answers with status " + answer.status());
    }

    private URI address(Book.Listing wanted) {
        return list.resolve("books/" + wanted.digest());
    }

    private static Optional<Book> checked(Book.Listing wanted, byte[] bytes) {
        return wanted.isOf(bytes)
                ? Optional.of(Book.of(wanted.name(), bytes))
                : refused(wanted, "what came has another digest");
    }

    private static Optional<Book> refused(Book.Listing wanted, String why) {
        LOG.log(System.Logger.Level.WARNING, "The book {0} is not here yet: {1}", wanted.name(), OneLine.of(why));
        return Optional.empty();
    }
}
