// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/kit/list_column.h"
#include "ui/pages/kit/list_page.h"
#include "ui/pages/kit/parts.h"
#include "ui/pages/kit/record_form.h"

namespace thidua::ui {

/// A list page whose rows are `Row`s. In its constructor a page declares columns, groupings and verbs, then calls build().
template <class Row>
class ListPageOf : public ListPage {
public:
    using Rows = std::vector<const Row*>;
    struct View {
        QString key;
        QString text;
        std::function<bool(const Row&)> accepts; ///< null: all rows
        Tone tone = Tone::None;                  ///< while there are any
        QString icon{};
    };
    ListPageOf(PageInfo info, Shell& shell, SchoolContext& context, ListLook look, std::function<std::int64_t(const Row&)> idOf)
        : ListPage(std::move(info), shell, context, std::move(look)), m_model(std::move(idOf))
    {
    }
    const std::vector<Row>& rows() const { return m_model.rows(); }
    const Row* current() const
    {
        const auto id = table()->currentId();
        return id ? m_model.find(*id) : nullptr;
    }

protected:
    /// The rows for year(); none while the file has no such year.
    virtual std::vector<Row> readRows() = 0;
    virtual void show(const Row& row) = 0;

    void setColumns(std::vector<ListColumn<Row>> columns) { m_model.setColumns({columns.begin(), columns.end()}); }
    void addGrouping(Grouping<Row> grouping) { m_model.addGrouping(std::move(grouping)); }
    static ListColumn<Row> column(const char* key, const QString& title, std::function<Cell(const Row&)> get, int width = 120)
    {
        return {{QLatin1String(key), title, std::move(get), width}};
    }
    using ListPage::addVerb;
    /// A verb about the chosen row; `whyNot` is asked for it.
    void addRowVerb(Verb verb, std::function<void(const Row&)> run, std::function<QString(const Row&)> whyNot = {})
    {
        verb.about = true;
        verb.run = [this, run = std::move(run)] {
            if (const Row* row = current())
                run(*row);
        };
        if (whyNot)
            verb.whyNot = [this, whyNot = std::move(whyNot)] {
                const Row* row = current();
                return row ? whyNot(*row) : QString();
            };
        addVerb(std::move(verb));
    }
    /// A verb about the ticked rows, or else those chosen; `whyNot` is asked for them.
    void addRowsVerb(Verb verb, std::function<void(const Rows&)> run, std::function<QString(const Rows&)> whyNot = {})
    {
        verb.several = true;
        verb.run = [this, run = std::move(run)] { run(chosen()); };
        verb.whyNot = [this, whyNot = std::move(whyNot)] {
            const Rows rows = chosen();
            return rows.empty() ? look().chooseFirst : whyNot ? whyNot(rows) : QString();
        };
        addVerb(std::move(verb));
    }
    /// The rows ticked, or else those chosen.
    Rows chosen() const
    {
        Rows found;
        for (const auto id : chosenIds())
            if (const Row* row = m_model.find(id))
                found.push_back(row);
        return found;
    }
    /// Segments in the table's toolbar, each showing a part of the rows with its count. After build().
    void setViews(const char* name, std::vector<View> views)
    {
        m_views = std::move(views);
        m_bar = new SegmentBar(table());
        m_bar->setObjectName(QLatin1String(name));
        table()->addToToolbar(m_bar);
        connect(m_bar, &SegmentBar::chosen, this, [this](const QString& key) { chooseView(key); });
        countViews();
    }
    QString viewKey() const override { return m_bar ? m_bar->currentKey() : QString(); }
    void chooseView(const QString& key) override
    {
        if (m_bar)
            m_bar->setCurrentKey(key.isEmpty() ? m_views.front().key : key);
        for (const auto& view : m_views)
            if (view.key == m_bar->currentKey())
                table()->setExtraFilter(view.accepts ? [this, accepts = view.accepts](int row) { return accepts(rows()[static_cast<std::size_t>(row)]); }
                                                     : std::function<bool(int)>());
    }
    /// The form of a row, or of a new one: `form` is a RecordForm, `add(draft)` and `edit(id, draft, version)` run its operation.
    template <class Form, class RowLike, class Add, class Edit>
    void openRowForm(Form* form, const RowLike* row, PanelForm panelForm, Add add, Edit edit)
    {
        using Key = std::optional<std::pair<decltype(row->id), domain::RowVersion>>;
        const Key key = row ? Key({row->id, row->version}) : Key();
        panelForm.body = form;
        panelForm.binder = &form->binder();
        if (panelForm.saveText.isEmpty())
            panelForm.saveText = row ? ListPage::tr("Ghi vào sổ") : ListPage::tr("Thêm vào sổ");
        if (row)
            panelForm.id = row->id.value();
        panelForm.save = [this, form, key, add = std::move(add), edit = std::move(edit)] {
            const auto draft = form->draft();
            auto& runner = shell().runner;
            return key ? writtenBy(runner, form->binder(), key->first.value(), [&] { return edit(key->first, draft, key->second); })
                       : writtenBy(runner, form->binder(), {}, [&] { return add(draft); });
        };
        ListPage::openForm(std::move(panelForm));
    }
    void build() { ListPage::build(&m_model); }
    const Row* find(std::int64_t id) const { return m_model.find(id); }
    Rows all() const
    {
        Rows pointers;
        for (const auto& row : rows())
            pointers.push_back(&row);
        return pointers;
    }
    template <class Test>
    int countOf(Test test) const
    {
        return static_cast<int>(std::count_if(rows().begin(), rows().end(), test));
    }
    /// Reads with the runner: what was read, or an empty value after the page has shown why.
    template <class Call>
    auto readOr(Call&& call)
    {
        typename decltype(call())::value_type found{};
        shell().runner.read(call, [&](auto value) { found = std::move(value); });
        return found;
    }

private:
    void read() override
    {
        m_model.setRows(readRows());
        if (m_bar)
            countViews();
    }
    void countViews()
    {
        std::vector<SegmentBar::Segment> segments;
        for (const auto& view : m_views) {
            const int count = view.accepts ? countOf(view.accepts) : static_cast<int>(rows().size());
            segments.push_back({view.key, view.text, count, count > 0 ? view.tone : Tone::None, view.icon});
        }
        m_bar->setSegments(segments);
    }
    bool has(std::int64_t id) const override { return m_model.find(id) != nullptr; }
    void showRecord(std::int64_t id) override
    {
        if (const Row* row = m_model.find(id))
            show(*row);
    }
    RecordModel<Row> m_model;
    std::vector<View> m_views;
    SegmentBar* m_bar = nullptr;
};

}
