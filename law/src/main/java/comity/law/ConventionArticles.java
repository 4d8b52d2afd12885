package comity.law;

import java.util.List;

/// The 68 articles by number, for citations and for docs/coverage.
public final class ConventionArticles {
    static final String FILE = "articles.json";

    private final List<Fact<Article>> articles;

    private ConventionArticles(LawField file) {
        articles = file.at("articles").list(ConventionArticles::article);
        for (int i = 0; i < articles.size(); i++) {
            if (articles.get(i).value().number() != i + 1) {
                throw file.at("articles").broken("article " + (i + 1) + " is not in its place");
            }
        }
    }

    /// @param number 1 to 68
    /// @param chapter 1 to 9
    /// @param about what it is about, in a few English words of our own
    public record Article(int number, int chapter, String about) {}

    static ConventionArticles load() {
        return LawFiles.read(FILE, ConventionArticles::from);
    }

    static ConventionArticles from(LawField file) {
        return new ConventionArticles(file);
    }

    private static Fact<Article> article(LawField field) {
        int number = field.at("number").number();
        return field.factAround(new Article(
                number, field.at("chapter").number(), field.at("about").text()));
    }

    /// In the order of their numbers.
    public List<Fact<Article>> all() {
        return articles;
    }
}
