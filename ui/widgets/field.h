// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace thidua::ui {

/// What all typed fields share. Values go inward in NFC; what cannot be understood stays as typed and is named by problem().
class Field {
public:
    virtual ~Field() = default;
    virtual QWidget* widget() = 0;
    /// Selectable and copyable, but not to be changed.
    virtual void setReadOnly(bool readOnly) = 0;
    /// The field's own sentence about what was typed (“Tháng 9 có 30 ngày.”); empty when it is understood.
    virtual QString problem() const { return {}; }
    /// A form is about to be saved: what is still being typed counts as finished, whether or not the keyboard has left the field.
    virtual void settle() {}
    /// How an unusual entry was understood (“hiểu là 04/10/2021”).
    virtual QString reading() const { return {}; }
    virtual bool isBlank() const = 0;
    virtual void clear() = 0;

    /// Red border; the sentence stands in the FormField.
    void showError(bool on);
    /// Called at each change by a person or by setValue.
    std::function<void()> onChanged;
    /// Set by FormField, which shows problem() and reading() as they change.
    std::function<void()> onShown;

protected:
    void changed();
};

}
