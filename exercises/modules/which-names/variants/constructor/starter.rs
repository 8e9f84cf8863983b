mod farm {
    pub struct Cow {
        pub name: &'static str,
        age: u32,
    }

    pub fn born(name: &'static str) -> Cow {
        Cow { name, age: 0 }
    }

    pub fn old(cow: &Cow) -> bool {
        cow.age > 10
    }
}

fn main() {
    let first = farm::born("Bella");
    println!("{} {}", first.name, farm::old(&first));
    let second = farm::Cow {
        name: "Elsa",
        age: 4,
    };
    println!("{}", second.name);
}
