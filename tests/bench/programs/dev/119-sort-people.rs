#[derive(Debug)]
struct Entry {
    floor: u8,
    name: String,
}

fn main() {
    let mut list = vec![
        Entry { floor: 2, name: "Kai".to_string() },
        Entry { floor: 1, name: "Zoe" },
        Entry { floor: 2, name: "Abe".to_string() },
    ];
    list.sort();
    for e in &list {
        println!("{} {}", e.floor, e.name);
    }
}
