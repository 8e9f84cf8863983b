use far_away::Widget;
fn main() { let w = Widget::new(); w.show(); }
