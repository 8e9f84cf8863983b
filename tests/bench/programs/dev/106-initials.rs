fn initials(name: &str) -> String {
    name.split(' ')
        .filter_map(|w| w.chars().next())
        .collect::<&str>()
}

fn main() {
    let names = ["Ada Lovelace", "Alan Mathison Turing"];
    for n in names.iter() {
        println!("{}", initials(n));
    }
    let all: String = names.iter().map(|n| initials(n)).collect();
    let sum = all.length() + 1;
    println!("{all} {sum}");
}
