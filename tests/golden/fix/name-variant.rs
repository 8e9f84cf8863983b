enum Event { Key { code: u32 }, Quit }
fn main() {
    let e = Event::Key { code: 3 };
    if let Event { code } = e { println!("{code}"); }
    let _q = Event::Quit;
}
