pub struct Person {
    name: &'static str,
    mother: Option<Box<Person>>,
}

pub fn born(name: &'static str, mother: Option<Person>) -> Person {
    Person {
        name,
        mother: mother.map(Box::new),
    }
}

pub fn line(person: &Person) -> Vec<&'static str> {
    let mut names = vec![person.name];
    let mut next = &person.mother;
    if let Some(mother) = next {
        names.push(mother.name);
        next = &mother.mother;
    }
    let _ = next;
    names
}
