#[derive(Debug, PartialEq)]
struct Person {
    name: String,
    score: u32,
}

fn highest<T: PartialOrd>(items: Vec<T>) -> Option<T> {
    let mut it = items.into_iter();
    let mut best = it.next()?;
    for item in it {
        if item > best {
            best = item;
        }
    }
    Some(best)
}

fn main() {
    let team = vec![
        Person { name: "Ola".to_string(), score: 3 },
        Person { name: "Uma".to_string(), score: 8 },
    ];
    println!("{:?}", highest(team));
}
