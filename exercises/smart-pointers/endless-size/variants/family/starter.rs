pub struct Person {
    name: &'static str,
    mother: Option<Person>,
}

pub fn born(name: &'static str, mother: Option<Person>) -> Person {
    Person { name, mother }
}

pub fn line(person: &Person) -> Vec<&'static str> {
    let mut names = vec![person.name];
    let mut next = &person.mother;
    while let Some(mother) = next {
        names.push(mother.name);
        next = &mother.mother;
    }
    names
}
