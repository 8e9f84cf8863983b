#[derive(Debug)]
enum Event {
    Key { code: u32, shift: bool },
    Click(i32, i32),
}

fn text(event: &Event) -> String {
    match event {
        Event::Key { code, shift } => format!("key {code} {shift}"),
        Event::Click(x, y, z) => format!("click {x},{y}"),
    }
}

fn main() {
    let events = vec![
        Event::Key { code: 13, shft: false },
        Event::Click(4, -2),
    ];
    for e in &events {
        println!("{}", text(e));
    }
}
