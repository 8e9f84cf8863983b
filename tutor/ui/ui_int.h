/* ui_int: what the files of the machine share among themselves. Views do not include it. */
#ifndef UI_UI_INT_H
#define UI_UI_INT_H

#include "ui/ui.h"

void ui_prompt_event(struct ui *ui, enum prompt_event ev);
void ui_picker_event(struct ui *ui, enum prompt_event ev);
void ui_search(struct ui *ui);
void ui_draw_footer(struct ui *ui);
/* Where a view without a draw of its own is shown. */
struct rect ui_page(const struct ui *ui, const struct view *v);

#endif
