package comity.web.preservation;

import comity.requests.form.Answers;
import comity.requests.form.Field;
import comity.requests.form.Form;
import comity.requests.form.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which questions stand together on one page of the wizard. A page holds the questions under one name of the document
/// (`/offence/…`); each entry of the list of items has a page of its own, and so has the list.
public final class FormLayout {
    /// The page that lists the items.
    static final String ITEMS = "items";

    private static final Pattern ITEM = Pattern.compile("/items/(\\d+)(/.*)?");
    private static final Pattern ITEM_PAGE = Pattern.compile("items/(\\d{1,4})");

    /// Questions of these names are few and belong to a neighbour.
    private static final Map<String, String> WITH =
            Map.of("pathDisclosure", "days", "language", "requested", "earlier", "status", "childNamesAbsent", "facts");

    private final Form form;
    private final Map<String, List<Field>> pages = new LinkedHashMap<>();
    private final Map<String, Integer> tasks = new LinkedHashMap<>();

    public FormLayout(Form form) {
        this.form = form;
        for (Task task : form.tasks()) {
            for (Field field : task.fields()) {
                String page = field.isRepeated() ? ITEMS : pageOfName(field.pointer());
                pages.computeIfAbsent(page, _ -> new ArrayList<>()).add(field);
                tasks.putIfAbsent(page, task.number());
            }
        }
    }

    static String pageOfName(String pointer) {
        String name = pointer.substring(1).replaceFirst("/.*", "");
        return WITH.getOrDefault(name, name);
    }

    /// The page on which a field is asked, for example `items/2` for `/items/2/port`.
    String pageOf(String pointer) {
        Matcher item = ITEM.matcher(pointer);
        return item.matches() ? ITEMS + "/" + item.group(1) : pageOfName(pointer);
    }

    /// The concrete places of the questions of a page; empty for a page that does not exist.
    Optional<List<Place>> places(String page, Answers answers) {
        Matcher item = ITEM_PAGE.matcher(page);
        List<Field> fields = pages.get(item.matches() ? ITEMS : page);
        if (fields == null || page.equals(ITEMS)) {
            return Optional.empty();
        }
        int entry = item.matches() ? Integer.parseInt(item.group(1)) : 0;
        return Optional.of(fields.stream()
                .map(field -> new Place(field, field.isRepeated() ? field.pointerAt(entry) : field.pointer()))
                .filter(place -> form.applies(place.field(), place.pointer(), answers))
                .toList());
    }

    /// One question at its place in the document.
    public record Place(Field field, String pointer) {}

    /// The first page of a task.
    String first(int task) {
        return tasks.entrySet().stream()
                .filter(page -> page.getValue() == task)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /// All pages of a task, in order.
    List<String> pages(int task) {
        return tasks.entrySet().stream()
                .filter(page -> page.getValue() == task)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The page after one, within its task; empty at the task's end. After an item comes the list of items.
    String after(String page) {
        if (ITEM_PAGE.matcher(page).matches()) {
            return ITEMS;
        }
        List<String> ofTask = pages(task(page));
        int next = ofTask.indexOf(page) + 1;
        return next < ofTask.size() ? ofTask.get(next) : "";
    }

    int task(String page) {
        return tasks.getOrDefault(ITEM_PAGE.matcher(page).matches() ? ITEMS : page, 0);
    }

    /// The number for a new item.
    static int nextEntry(Answers answers) {
        List<Integer> entries = answers.entries("items");
        return entries.isEmpty() ? 0 : entries.getLast() + 1;
    }
}
