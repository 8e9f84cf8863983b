use super::*;

#[test]
fn counts_views() {
    let page = Page::new("hello");
    assert_eq!(page.views(), 0, "nobody has looked yet");
    assert_eq!(page.show(), "hello", "the text of the page");
    page.show();
    assert_eq!(page.views(), 2, "two views");
}

#[test]
fn two_readers_at_once() {
    let page = Page::new("x");
    let (a, b) = (page.show(), page.show());
    assert_eq!(
        (a, b, page.views()),
        ("x", "x", 2),
        "two texts may be in use at the same time"
    );
}
